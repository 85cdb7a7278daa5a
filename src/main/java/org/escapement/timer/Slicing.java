package org.escapement.timer;

/** Deals out the tasks of a round to its slices. */
final class Slicing {

  private Slicing() {}

  /**
   * The tasks of one slice: {@code ⌊(slice+1)·ntasks/nslices⌋ − ⌊slice·ntasks/nslices⌋}, so that a
   * round sums up to exactly {@code ntasks}.
   *
   * <p>With numbers up to 4294967295 a product takes all 64 bits, hence the unsigned division.
   *
   * @param slice 0 to {@code nslices} − 1
   * @param ntasks 0 to 4294967295
   * @param nslices 1 to 4294967295
   */
  static long tasks(long slice, long ntasks, long nslices) {
    return Long.divideUnsigned((slice + 1) * ntasks, nslices)
        - Long.divideUnsigned(slice * ntasks, nslices);
  }
}
