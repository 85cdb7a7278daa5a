package org.escapement.clock;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A fixed number of stacks of entries, out of which any entry can be taken in constant time.
 *
 * <p>Each stack is a chain of blocks of {@value #BLOCK} entries, all full but the topmost; an entry
 * knows its place. Who is taken out leaves a hole that the topmost entry fills. Emptied blocks
 * serve the next stack that needs one: memory follows the greatest number of entries, and pushing
 * allocates only to reach a new one.
 *
 * <p>Links between the entries would do as well, but with a million entries each neighbour is a
 * cache miss, and each link that is set costs the collector's write barrier with a memory fence:
 * together a microsecond for putting in and taking out. Here it is one entry, and one reference
 * stored for each. A walk through a stack loads its entries independently of each other, so that
 * the misses overlap.
 *
 * <p>Not thread-safe.
 */
final class EntryStacks {

  private static final int BLOCK_BITS = 6;
  private static final int BLOCK = 1 << BLOCK_BITS;
  private static final int NONE = -1;
  private static final @Nullable Entry[] NO_ENTRIES = {};

  /** By stack: its topmost block, by number and itself, and how many entries that has. */
  private final int[] tops;

  private final @Nullable Entry[][] topmost;
  private final int[] sizes;

  /** By block: its entries, the block below it or the next free one, and the stack it is in. */
  private @Nullable Entry[][] blocks = new @Nullable Entry[0][];

  private int[] below = {};
  private short[] stacks = {};
  private int made;
  private int free = NONE;

  EntryStacks(int count) {
    tops = new int[count];
    sizes = new int[count];
    topmost = new @Nullable Entry[count][];
    Arrays.fill(tops, NONE);
    Arrays.fill(topmost, NO_ENTRIES);
  }

  boolean isEmpty(int stack) {
    return tops[stack] == NONE;
  }

  /** Puts an entry that is in no stack onto one. */
  void push(int stack, Entry entry) {
    int top = tops[stack];
    int size = sizes[stack];
    if (top == NONE || size == BLOCK) {
      top = addBlock(stack);
      size = 0;
    }
    topmost[stack][size] = entry;
    entry.place = top << BLOCK_BITS | size;
    sizes[stack] = size + 1;
  }

  /** Takes an entry out; returns the stack that it was in. */
  int remove(Entry entry) {
    int place = entry.place;
    int block = place >> BLOCK_BITS;
    int stack = stacks[block];
    int last = --sizes[stack];
    @Nullable Entry[] topBlock = topmost[stack];
    Entry filler = topBlock[last];
    topBlock[last] = null;
    if (filler != null && filler != entry) {
      blocks[block][place & (BLOCK - 1)] = filler;
      filler.place = place;
    }
    entry.place = Entry.UNLINKED;
    if (last == 0) {
      removeBlock(stack);
    }
    return stack;
  }

  /** Empties a stack; its blocks, from {@link #entries} of this on, are the caller's to release. */
  int detach(int stack) {
    int top = tops[stack];
    tops[stack] = NONE;
    sizes[stack] = 0;
    return top;
  }

  /** The topmost block of a stack; negative if it is empty. */
  int top(int stack) {
    return tops[stack];
  }

  /** The block below a block; negative if there is none. */
  int below(int block) {
    return below[block];
  }

  /** The entries of a block, up to the first that is null. */
  @Nullable Entry[] entries(int block) {
    return blocks[block];
  }

  /** Gives back a detached block, which the caller has emptied. */
  void release(int block) {
    below[block] = free;
    free = block;
  }

  private int addBlock(int stack) {
    int block = free;
    if (block == NONE) {
      block = makeBlock();
    } else {
      free = below[block];
    }
    below[block] = tops[stack];
    stacks[block] = (short) stack;
    tops[stack] = block;
    topmost[stack] = blocks[block];
    return block;
  }

  private void removeBlock(int stack) {
    int block = tops[stack];
    int next = below[block];
    tops[stack] = next;
    topmost[stack] = next == NONE ? NO_ENTRIES : blocks[next];
    sizes[stack] = next == NONE ? 0 : BLOCK;
    below[block] = free;
    free = block;
  }

  private int makeBlock() {
    if (made == blocks.length) {
      int count = Math.max(4, made * 2);
      blocks = Arrays.copyOf(blocks, count);
      below = Arrays.copyOf(below, count);
      stacks = Arrays.copyOf(stacks, count);
    }
    blocks[made] = new @Nullable Entry[BLOCK];
    return made++;
  }
}
