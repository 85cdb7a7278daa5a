package org.escapement.lock;

import java.time.Duration;
import org.escapement.Interleavings;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.ThreadIdGen;
import org.junit.jupiter.api.Test;

/** Whatever threads take and give back at once, a lock has one holder. */
class LockSetInterleavingsTest {

  private static final int LOCKS = 2;

  @Test
  void locks_haveOneHolderEach() {
    Interleavings.linearizableAtOnce(Calls.class, Twin.class);
  }

  /** What the threads call; the number of the thread is for the twin only. */
  @Param(name = "lock", gen = IntGen.class, conf = "0:1")
  @Param(name = "thread", gen = ThreadIdGen.class)
  public static final class Calls {
    private final LockSet locks = new LockSet(LOCKS, Duration.ofSeconds(30));

    @Operation
    public boolean tryLock(@Param(name = "lock") int lock, @Param(name = "thread") int thread) {
      return locks.tryLock(lock);
    }

    @Operation
    public boolean unlock(@Param(name = "lock") int lock, @Param(name = "thread") int thread) {
      return locks.unlock(lock);
    }

    @Operation
    public int releaseAll(@Param(name = "thread") int thread) {
      return locks.releaseAll();
    }
  }

  /** Who holds what. */
  public static final class Twin {
    private final int[] holders = {-1, -1};
    private final int[] depths = new int[LOCKS];

    public boolean tryLock(int lock, int thread) {
      if (depths[lock] > 0 && holders[lock] != thread) {
        return false;
      }
      holders[lock] = thread;
      depths[lock]++;
      return true;
    }

    public boolean unlock(int lock, int thread) {
      if (depths[lock] == 0 || holders[lock] != thread) {
        return false;
      }
      depths[lock]--;
      return true;
    }

    public int releaseAll(int thread) {
      int released = 0;
      for (int lock = 0; lock < LOCKS; lock++) {
        if (holders[lock] == thread) {
          released += depths[lock];
          depths[lock] = 0;
        }
      }
      return released;
    }
  }
}
