package org.escapement.suspend;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import javax.servlet.sip.SipServletRequest;
import org.escapement.Interleavings;
import org.escapement.StandIn;
import org.escapement.suspend.Suspension.State;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.ThreadIdGen;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever threads do with suspended requests at once, each ends once, and all see the same. */
class SuspensionsInterleavingsTest {

  private static final SipServletRequest REQUEST = StandIn.of(SipServletRequest.class, "request");

  private static final List<State> ENDS =
      List.of(State.RESUMED, State.CANCELLED, State.TIMED_OUT, State.DROPPED);

  @Test
  void raceForTheEnd_hasOneWinner_whomAllOthersSee() {
    Interleavings.linearizableAtOnce(Ends.class, EndsTwin.class);
  }

  @Test
  void room_isNeitherLostNorGivenTwice() {
    Interleavings.linearizableAtOnce(Room.class, RoomTwin.class);
  }

  /** A request waits, and threads resume, cancel, drop and time it out. */
  @Param(name = "how", gen = IntGen.class, conf = "0:3")
  public static final class Ends {
    private final Suspensions suspensions = new Suspensions(1, () -> 0);
    private final Suspension waiting = Objects.requireNonNull(suspensions.suspend(REQUEST));

    @Operation
    public boolean end(@Param(name = "how") int how) {
      return waiting.end(ENDS.get(how));
    }

    @Operation
    public boolean isFound() {
      return suspensions.find(waiting.handle()) != null;
    }

    @Operation
    public @Nullable State endOf() {
      return suspensions.endOf(waiting.handle());
    }
  }

  /** A state. */
  public static final class EndsTwin {
    private State state = State.SUSPENDED;

    public boolean end(int how) {
      boolean first = state == State.SUSPENDED;
      if (first) {
        state = ENDS.get(how);
      }
      return first;
    }

    public boolean isFound() {
      return state == State.SUSPENDED;
    }

    public @Nullable State endOf() {
      return state == State.SUSPENDED ? null : state;
    }
  }

  /** Threads suspend, and end what they suspended, in three places. */
  @Param(name = "thread", gen = ThreadIdGen.class)
  public static final class Room {
    private final Suspensions suspensions = new Suspensions(3, () -> 0);
    private final List<Deque<Suspension>> own = new ArrayList<>();

    public Room() {
      for (int thread = 0; thread < 4; thread++) {
        own.add(new ArrayDeque<>());
      }
    }

    @Operation
    public boolean suspend(@Param(name = "thread") int thread) {
      Suspension made = suspensions.suspend(REQUEST);
      return made != null && own.get(thread).add(made);
    }

    @Operation
    public boolean end(@Param(name = "thread") int thread) {
      Suspension oldest = own.get(thread).poll();
      return oldest != null && oldest.end(State.RESUMED);
    }
  }

  /** Counts. */
  public static final class RoomTwin {
    private final int[] own = new int[4];
    private int taken;

    public boolean suspend(int thread) {
      boolean room = taken < 3;
      if (room) {
        taken++;
        own[thread]++;
      }
      return room;
    }

    public boolean end(int thread) {
      boolean any = own[thread] > 0;
      if (any) {
        taken--;
        own[thread]--;
      }
      return any;
    }
  }
}
