package org.escapement.timer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurationRecorderTest {

  private final DurationRecorder recorder = new DurationRecorder();
  private final Histogram twin = new Histogram(DurationRecorder.LONGEST_NANOS, 2);

  @Test
  void durationsOfAllMagnitudes_areDistributedAsInHdrHistogram() {
    Random random = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      long nanos =
          Math.min(random.nextLong(1L << (1 + random.nextInt(42))), DurationRecorder.LONGEST_NANOS);
      recorder.record(nanos);
      twin.recordValue(nanos);
    }

    assertThat(recorder.copy().histogram()).isEqualTo(twin);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 127, 128, 255, 256, 257, 511, 512, 65_535, 3_600_000_000_000L})
  void aDuration_isItsOwnDistribution(long nanos) {
    recorder.record(nanos);
    twin.recordValue(nanos);

    Distribution copy = recorder.copy();

    assertThat(copy.minNanos()).isEqualTo(twin.getMinValue());
    assertThat(copy.maxNanos()).isEqualTo(twin.getMaxValue());
    assertThat(copy.meanNanos()).isEqualTo(twin.getMean());
    assertThat(copy.percentileNanos(99.9)).isEqualTo(twin.getValueAtPercentile(99.9));
  }

  @Test
  void whatLiesOutside_isCut() {
    recorder.record(-1);
    recorder.record(Long.MIN_VALUE);
    recorder.record(Long.MAX_VALUE);

    Distribution copy = recorder.copy();

    assertThat(copy.count()).isEqualTo(3);
    assertThat(copy.minNanos()).isZero();
    assertThat(copy.percentileNanos(50)).isZero();
    assertThat(copy.maxNanos()).isGreaterThanOrEqualTo(DurationRecorder.LONGEST_NANOS);
  }
}
