package org.escapement.clock;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Armed entries, ordered as exactly as the next wake-up needs.
 *
 * <p>There are {@value #LEVELS} levels of {@value #SLOTS} slots. A slot of level n is 4ⁿ ns long,
 * and the slots of a level are those that follow the <em>base</em>, the time up to which the wheel
 * has advanced. An entry lies in the slot of its time at the lowest level that reaches so far. So a
 * slot is never longer than a sixteenth of the time that its entries were put in ahead, and of many
 * timers with the same interval never more than a sixteenth share one. Putting in, taking out and
 * moving touch one slot: they cost the same with ten entries as with a million.
 *
 * <p>When the base advances, the slots passed are due as a whole; the slots in which the new base
 * falls, one at each level, are distributed among the lower levels. There the entries are sorted at
 * least 16 times as finely: one that is due after a second is moved at most seven times, and fewer
 * when the loop is coarser than the entry. At the end the order is exact to the nanosecond, without
 * any entry having been compared to another.
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

  private static final int SLOT_BITS = 6;
  private static final int SLOTS = 1 << SLOT_BITS;

  /** Slots get four times as long from level to level. */
  private static final int LEVEL_BITS = 2;

  private static final int LEVELS = 31;
  private static final int READY = LEVELS * SLOTS;

  private final EntryStacks buckets = new EntryStacks(READY + 1);
  private final long[] earliestEnds = new long[READY + 1];
  private final boolean[] stale = new boolean[READY + 1];

  /** A bit for each slot that is not empty, by level; and one for each level that is not. */
  private final long[] occupied = new long[LEVELS];

  private long occupiedLevels;
  private long base;

  TimingWheel(long nowNanos) {
    base = Math.max(0, nowNanos);
    Arrays.fill(earliestEnds, Entry.NEVER);
  }

  /** Puts in an entry that is in no wheel. */
  void add(Entry entry) {
    int bucket = bucketOf(entry.timeNanos);
    buckets.push(bucket, entry);
    if (entry.latestNanos < earliestEnds[bucket]) {
      earliestEnds[bucket] = entry.latestNanos;
    }
    if (bucket != READY) {
      occupied[bucket >> SLOT_BITS] |= 1L << bucket;
      occupiedLevels |= 1L << (bucket >> SLOT_BITS);
    }
  }

  /** Takes out an entry that is in this wheel. */
  void remove(Entry entry) {
    int bucket = buckets.remove(entry);
    if (buckets.isEmpty(bucket)) {
      vacate(bucket);
    } else if (entry.latestNanos == earliestEnds[bucket]) {
      stale[bucket] = true;
    }
  }

  /**
   * Moves the base; afterwards {@link #collect what is ready} is exactly what is due at that time.
   */
  void advance(long nowNanos) {
    long old = base;
    long now = Math.max(0, nowNanos);
    base = now;
    if (now < old) {
      for (int bucket = 0; bucket <= READY; bucket++) {
        distribute(bucket);
      }
    } else if (now > old) {
      for (long levels = occupiedLevels; levels != 0; levels &= levels - 1) {
        pass(Long.numberOfTrailingZeros(levels), old);
      }
    }
  }

  /** Empties the slots of a level from after an old base up to that of the new one. */
  private void pass(int level, long old) {
    long from = slotAt(level, old);
    long count = slotAt(level, base) - from;
    if (count == 0) {
      return;
    }
    long passed = count >= SLOTS ? -1L : Long.rotateLeft((1L << count) - 1, (int) from + 1);
    for (long left = occupied[level] & passed; left != 0; left &= left - 1) {
      distribute(level * SLOTS + Long.numberOfTrailingZeros(left));
    }
  }

  /** Whether there is an entry whose time is not after the base. */
  boolean hasReady() {
    return !buckets.isEmpty(READY);
  }

  /** Marks the entries whose time is not after the base as due, and gives them to a batch. */
  void collect(Batch batch) {
    for (int block = buckets.top(READY); block >= 0; block = buckets.below(block)) {
      for (Entry entry : buckets.entries(block)) {
        if (entry == null) {
          break;
        }
        entry.due = true;
        batch.add(entry, base - entry.timeNanos);
      }
    }
  }

  /** The earliest end of a window among the entries that are not ready, or NEVER. */
  long earliestEnd() {
    long best = Entry.NEVER;
    for (long levels = occupiedLevels; levels != 0; levels &= levels - 1) {
      best = earliestEnd(Long.numberOfTrailingZeros(levels), best);
    }
    return best;
  }

  private long earliestEnd(int level, long bound) {
    long best = bound;
    long first = slotAt(level, base) + 1;
    for (long left = inOrder(level, first); left != 0; left &= left - 1) {
      long slot = first + Long.numberOfTrailingZeros(left);
      if (startOf(level, slot) >= best) {
        return best;
      }
      int bucket = bucketOf(level, slot);
      if (stale[bucket] && earliestEnds[bucket] < best) {
        findEarliestEnd(bucket);
      }
      best = Math.min(best, earliestEnds[bucket]);
    }
    return best;
  }

  /**
   * Whether the time of some entry that is not ready lies after {@code from} and up to {@code to}.
   */
  boolean startsWithin(long from, long to) {
    for (long levels = occupiedLevels; levels != 0; levels &= levels - 1) {
      if (startsWithin(Long.numberOfTrailingZeros(levels), from, to)) {
        return true;
      }
    }
    return false;
  }

  private boolean startsWithin(int level, long from, long to) {
    long first = slotAt(level, base) + 1;
    for (long left = inOrder(level, first); left != 0; left &= left - 1) {
      long slot = first + Long.numberOfTrailingZeros(left);
      long start = startOf(level, slot);
      if (start > to) {
        return false;
      }
      long last = start + (startOf(level, 1) - 1);
      if (last > from && anyWithin(bucketOf(level, slot), from, to)) {
        return true;
      }
    }
    return false;
  }

  private boolean anyWithin(int bucket, long from, long to) {
    for (int block = buckets.top(bucket); block >= 0; block = buckets.below(block)) {
      for (Entry entry : buckets.entries(block)) {
        if (entry == null) {
          break;
        }
        if (entry.timeNanos > from && entry.timeNanos <= to) {
          return true;
        }
      }
    }
    return false;
  }

  private void findEarliestEnd(int bucket) {
    long earliest = Entry.NEVER;
    for (int block = buckets.top(bucket); block >= 0; block = buckets.below(block)) {
      for (Entry entry : buckets.entries(block)) {
        if (entry == null) {
          break;
        }
        earliest = Math.min(earliest, entry.latestNanos);
      }
    }
    earliestEnds[bucket] = earliest;
    stale[bucket] = false;
  }

  private void distribute(int bucket) {
    int block = buckets.detach(bucket);
    vacate(bucket);
    while (block >= 0) {
      @Nullable Entry[] entries = buckets.entries(block);
      for (int i = 0; i < entries.length; i++) {
        Entry entry = entries[i];
        if (entry == null) {
          break;
        }
        entries[i] = null;
        add(entry);
      }
      int next = buckets.below(block);
      buckets.release(block);
      block = next;
    }
  }

  private void vacate(int bucket) {
    earliestEnds[bucket] = Entry.NEVER;
    stale[bucket] = false;
    if (bucket != READY) {
      int level = bucket >> SLOT_BITS;
      occupied[level] &= ~(1L << bucket);
      if (occupied[level] == 0) {
        occupiedLevels &= ~(1L << level);
      }
    }
  }

  private int bucketOf(long timeNanos) {
    if (timeNanos <= base) {
      return READY;
    }
    int bits = Long.SIZE - Long.numberOfLeadingZeros(timeNanos - base);
    int level = Math.max(0, bits - SLOT_BITS + LEVEL_BITS - 1) / LEVEL_BITS;
    if (slotAt(level, timeNanos) - slotAt(level, base) >= SLOTS) {
      level++; // by as little as both lie apart from the beginnings of their slots
    }
    return bucketOf(level, slotAt(level, timeNanos));
  }

  /** The slots of a level that are not empty: a bit for each, in the order of time. */
  private long inOrder(int level, long first) {
    return Long.rotateRight(occupied[level], (int) first);
  }

  /** The number of a slot, counted from the clock's epoch. */
  private static long slotAt(int level, long nanos) {
    return nanos >>> (level * LEVEL_BITS);
  }

  private static long startOf(int level, long slot) {
    return slot << (level * LEVEL_BITS);
  }

  private static int bucketOf(int level, long slot) {
    return level * SLOTS + ((int) slot & (SLOTS - 1));
  }
}
