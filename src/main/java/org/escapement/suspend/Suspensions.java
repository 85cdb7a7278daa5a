package org.escapement.suspend;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.servlet.sip.SipServletRequest;
import org.escapement.clock.NanoClock;
import org.escapement.suspend.Suspension.State;
import org.jspecify.annotations.Nullable;

/**
 * Suspended requests that are found by their handles, at most {@code size} at the same time.
 *
 * <p>Thread-safe, without locks. Suspending and ending take constant time. Each request ends once:
 * {@code suspended = waiting + resumed + cancelled + timedOut + dropped}.
 */
public final class Suspensions {

  private final int size;
  private final NanoClock clock;
  private final Suspension.Keeper keeper = this::ended;
  private final Places places;
  private final AtomicReferenceArray<@Nullable Suspension> waiting;

  /** Of each place: the label of its present or last request. */
  private final AtomicIntegerArray labels;

  /** Of each place: how its last request ended. */
  private final AtomicReferenceArray<@Nullable State> ends;

  private final LongAdder suspended = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final Map<State, LongAdder> ended = new EnumMap<>(State.class);

  /**
   * @param size the most requests that wait, at least 1
   */
  public Suspensions(int size, NanoClock clock) {
    if (size < 1) {
      throw new IllegalArgumentException("there cannot be room for " + size + " requests");
    }
    this.size = size;
    this.clock = clock;
    this.places = new Places(size);
    this.waiting = new AtomicReferenceArray<>(size);
    this.labels = new AtomicIntegerArray(size);
    this.ends = new AtomicReferenceArray<>(size);
    for (State how : State.values()) {
      ended.put(how, new LongAdder());
    }
  }

  /** The most requests that wait. */
  public int size() {
    return size;
  }

  /**
   * Suspends a request.
   *
   * @return null if as many wait as may; that is counted
   */
  public @Nullable Suspension suspend(SipServletRequest request) {
    int place = places.take();
    if (place == Places.NONE) {
      refused.increment();
      return null;
    }
    Handle handle = new Handle(place, labels.incrementAndGet(place));
    Suspension made = new Suspension(keeper, handle, request, clock.nanos());
    suspended.increment();
    waiting.set(place, made);
    return made;
  }

  private void ended(Suspension suspension, State how) {
    counter(how).increment();
    int place = suspension.handle().index();
    ends.set(place, how);
    waiting.set(place, null);
    places.give(place);
  }

  /** The request that a handle names; null if it does not wait any more, or never did. */
  public @Nullable Suspension find(Handle handle) {
    if (handle.index() < 0 || handle.index() >= size) {
      return null;
    }
    Suspension found = waiting.get(handle.index());
    return found != null && found.handle().equals(handle) && found.waits() ? found : null;
  }

  /** How the request of a handle ended; null if it waits, is forgotten, or never was. */
  public @Nullable State endOf(Handle handle) {
    int place = handle.index();
    if (place < 0 || place >= size || labels.get(place) != handle.label()) {
      return null;
    }
    Suspension leaving = waiting.get(place);
    if (leaving != null && leaving.handle().equals(handle)) { // its place is not given back yet
      return leaving.waits() ? null : leaving.state();
    }
    State how = ends.get(place);
    boolean still = waiting.get(place) == null && labels.get(place) == handle.label();
    return still ? how : null;
  }

  /** Those that wait now, at most so many; a momentary look. */
  public List<Suspension> list(int most) {
    return IntStream.range(0, size)
        .mapToObj(waiting::get)
        .filter(Objects::nonNull)
        .limit(most)
        .toList();
  }

  /** Ends all that wait, and hands each to {@code then}. */
  public void drop(Consumer<Suspension> then) {
    for (int place = 0; place < size; place++) {
      Suspension found = waiting.get(place);
      if (found != null && found.end(State.DROPPED)) {
        then.accept(found);
      }
    }
  }

  /** How many requests wait now. */
  public int waiting() {
    return places.taken();
  }

  /** How many were suspended. */
  public long suspended() {
    return suspended.sum();
  }

  /** How many were refused for want of room. */
  public long refused() {
    return refused.sum();
  }

  /** How many have ended in a way. */
  public long ended(State how) {
    return counter(how).sum();
  }

  private LongAdder counter(State how) {
    return Objects.requireNonNull(ended.get(how));
  }
}
