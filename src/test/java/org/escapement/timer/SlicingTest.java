package org.escapement.timer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlicingTest {

  @ParameterizedTest
  @CsvSource({
    // slice, ntasks, nslices, tasks
    "0, 1000, 80, 12",
    "1, 1000, 80, 13",
    "79, 1000, 80, 13",
    "0, 3, 8, 0",
    "2, 3, 8, 1",
    "0, 0, 5, 0",
    "0, 4294967295, 1, 4294967295",
    "4294967294, 4294967295, 4294967295, 1",
    "4294967294, 4294967294, 4294967295, 1",
    "0, 4294967294, 4294967295, 0",
    "4294967294, 1, 4294967295, 1",
  })
  void tasks_table(long slice, long ntasks, long nslices, long expected) {
    assertThat(Slicing.tasks(slice, ntasks, nslices)).isEqualTo(expected);
  }

  @Test
  void tasks_agreeWithUnboundedArithmetic() {
    Random random = new Random(80);
    for (int i = 0; i < 20_000; i++) {
      long ntasks = random.nextLong(Numbers.MAX + 1);
      long nslices = 1 + random.nextLong(i % 2 == 0 ? 1000 : Numbers.MAX);
      long slice = i % 3 == 0 ? nslices - 1 : random.nextLong(nslices);
      assertThat(Slicing.tasks(slice, ntasks, nslices))
          .as("slice %d of %d, %d tasks", slice, nslices, ntasks)
          .isEqualTo(exactTasks(slice, ntasks, nslices));
    }
  }

  @Test
  void tasks_ofARoundSumUpToAll() {
    for (long nslices : new long[] {1, 2, 3, 7, 80, 1000, 65_537}) {
      for (long ntasks : new long[] {0, 1, 79, 80, 81, 1000, Numbers.MAX}) {
        assertThat(LongStream.range(0, nslices).map(i -> Slicing.tasks(i, ntasks, nslices)).sum())
            .as("%d tasks in %d slices", ntasks, nslices)
            .isEqualTo(ntasks);
      }
    }
  }

  private static long exactTasks(long slice, long ntasks, long nslices) {
    BigInteger n = BigInteger.valueOf(ntasks);
    BigInteger k = BigInteger.valueOf(nslices);
    BigInteger i = BigInteger.valueOf(slice);
    return i.add(BigInteger.ONE)
        .multiply(n)
        .divide(k)
        .subtract(i.multiply(n).divide(k))
        .longValue();
  }
}
