package org.escapement.clock;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Armed entries, ordered as exactly as the next wake-up needs.
 *
 * <p>A time is a number of 11 digits, each of {@value #DIGIT_BITS} bits. An entry lies at the level
 * of the highest digit in which its time differs from the <em>base</em>, the time up to which the
 * wheel has advanced, and there in the slot of that digit. So the slots of a level follow each
 * other in time, and all of one level lie before all of the next. Putting in, taking out and moving
 * touch one slot: they cost the same with ten entries as with a million.
 *
 * <p>When the base advances, the slots passed are due as a whole; the one slot in which the new
 * base falls is distributed among the lower levels. That happens to an entry at most once for each
 * level it was put in at, and to far fewer when the loop is coarser than the entry: one that is due
 * after a second is moved about three times. At the end the order is exact to the nanosecond,
 * without any entry having been compared to another.
 *
 * <p>For every slot the wheel knows the earliest end of a window in it. The removal of the entry
 * that it belongs to makes it stale; it is found anew, by a walk through the slot, only when the
 * next wake-up depends on it.
 *
 * <p>A step of the clock back beyond the base sorts in all entries anew: steps are rare.
 *
 * <p>Not thread-safe.
 */
final class TimingWheel {

  private static final int DIGIT_BITS = 6;
  private static final int SLOTS = 1 << DIGIT_BITS;
  private static final int LEVELS = (Long.SIZE - 1 + DIGIT_BITS - 1) / DIGIT_BITS;
  private static final int READY = LEVELS * SLOTS;

  private final @Nullable Entry[] heads = new @Nullable Entry[READY + 1];
  private final long[] earliestEnds = new long[READY + 1];
  private final boolean[] stale = new boolean[READY + 1];
  private final long[] occupied = new long[LEVELS];
  private long base;

  TimingWheel(long nowNanos) {
    base = Math.max(0, nowNanos);
    Arrays.fill(earliestEnds, Entry.NEVER);
  }

  /** Puts in an entry that is in no wheel. */
  void add(Entry entry) {
    int bucket = bucketOf(entry.timeNanos);
    Entry head = heads[bucket];
    entry.bucket = bucket;
    entry.previous = null;
    entry.next = head;
    if (head != null) {
      head.previous = entry;
    }
    heads[bucket] = entry;
    if (entry.latestNanos < earliestEnds[bucket]) {
      earliestEnds[bucket] = entry.latestNanos;
    }
    if (bucket != READY) {
      occupied[bucket >> DIGIT_BITS] |= 1L << bucket;
    }
  }

  /** Takes out an entry that is in this wheel. */
  void remove(Entry entry) {
    int bucket = entry.bucket;
    Entry next = entry.next;
    Entry previous = entry.previous;
    if (next != null) {
      next.previous = previous;
    }
    if (previous != null) {
      previous.next = next;
    } else {
      heads[bucket] = next;
    }
    entry.next = null;
    entry.previous = null;
    entry.bucket = Entry.UNLINKED;
    if (heads[bucket] == null) {
      vacate(bucket);
    } else if (entry.latestNanos == earliestEnds[bucket]) {
      stale[bucket] = true;
    }
  }

  /** Moves the base; afterwards {@link #ready} is exactly what is due at that time. */
  void advance(long nowNanos) {
    long old = base;
    long now = Math.max(0, nowNanos);
    base = now;
    if (now < old) {
      for (int bucket = 0; bucket <= READY; bucket++) {
        distribute(bucket);
      }
    } else if (now > old) {
      int top = levelOf(old ^ now);
      for (int level = 0; level <= top; level++) {
        int last = level < top ? SLOTS - 1 : digit(now, level);
        long passed = occupied[level] & (-1L >>> (SLOTS - 1 - last));
        for (; passed != 0; passed &= passed - 1) {
          distribute(level * SLOTS + Long.numberOfTrailingZeros(passed));
        }
      }
    }
  }

  /** The first of the entries whose time is not after the base; the others hang on it. */
  @Nullable Entry ready() {
    return heads[READY];
  }

  /** The earliest end of a window among the entries that are not ready, or NEVER. */
  long earliestEnd() {
    long best = Entry.NEVER;
    for (int level = 0; level < LEVELS; level++) {
      for (long left = occupied[level]; left != 0; left &= left - 1) {
        int bucket = level * SLOTS + Long.numberOfTrailingZeros(left);
        if (startOf(bucket) >= best) {
          return best;
        }
        if (stale[bucket] && earliestEnds[bucket] < best) {
          findEarliestEnd(bucket);
        }
        best = Math.min(best, earliestEnds[bucket]);
      }
    }
    return best;
  }

  /**
   * Whether the time of some entry that is not ready lies after {@code from} and up to {@code to}.
   */
  boolean startsWithin(long from, long to) {
    for (int level = 0; level < LEVELS; level++) {
      for (long left = occupied[level]; left != 0; left &= left - 1) {
        int bucket = level * SLOTS + Long.numberOfTrailingZeros(left);
        long start = startOf(bucket);
        if (start > to) {
          return false;
        }
        if (start + ((1L << (level * DIGIT_BITS)) - 1) > from && anyWithin(bucket, from, to)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean anyWithin(int bucket, long from, long to) {
    for (Entry entry = heads[bucket]; entry != null; entry = entry.next) {
      if (entry.timeNanos > from && entry.timeNanos <= to) {
        return true;
      }
    }
    return false;
  }

  private void findEarliestEnd(int bucket) {
    long earliest = Entry.NEVER;
    for (Entry entry = heads[bucket]; entry != null; entry = entry.next) {
      earliest = Math.min(earliest, entry.latestNanos);
    }
    earliestEnds[bucket] = earliest;
    stale[bucket] = false;
  }

  private void distribute(int bucket) {
    Entry entry = heads[bucket];
    vacate(bucket);
    while (entry != null) {
      Entry next = entry.next;
      add(entry);
      entry = next;
    }
  }

  private void vacate(int bucket) {
    heads[bucket] = null;
    earliestEnds[bucket] = Entry.NEVER;
    stale[bucket] = false;
    if (bucket != READY) {
      occupied[bucket >> DIGIT_BITS] &= ~(1L << bucket);
    }
  }

  private int bucketOf(long timeNanos) {
    if (timeNanos <= base) {
      return READY;
    }
    int level = levelOf(timeNanos ^ base);
    return level * SLOTS + digit(timeNanos, level);
  }

  private long startOf(int bucket) {
    int level = bucket >> DIGIT_BITS;
    int shift = level * DIGIT_BITS;
    long above = level == LEVELS - 1 ? 0 : base & (-1L << (shift + DIGIT_BITS));
    return above | ((long) (bucket & (SLOTS - 1)) << shift);
  }

  private static int levelOf(long difference) {
    return (Long.SIZE - 1 - Long.numberOfLeadingZeros(difference)) / DIGIT_BITS;
  }

  private static int digit(long nanos, int level) {
    return (int) (nanos >>> (level * DIGIT_BITS)) & (SLOTS - 1);
  }
}
