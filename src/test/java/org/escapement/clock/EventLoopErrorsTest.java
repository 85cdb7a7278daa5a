package org.escapement.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.escapement.clock.ClockId.MONOTONIC;

import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of errors of the specification. */
@Timeout(60)
class EventLoopErrorsTest {

  private static final TimeHandler NOTHING = (source, micros, data) -> 0;

  private final ManualClock clock = new ManualClock();
  private final EventLoop loop = EventLoop.builder().name("e").manual(clock).build();

  @Test
  void moreSourcesThanAllowed_areRejected_untilOneIsClosed() {
    EventLoop small = EventLoop.builder().name("small").manual(clock).maxSources(1).build();
    TimeSource first = small.addTime(MONOTONIC, 0, 1, NOTHING, null);

    assertThatThrownBy(() -> small.addTime(MONOTONIC, 0, 1, NOTHING, null))
        .isInstanceOf(RejectedExecutionException.class)
        .hasMessage("event loop 'small' has 1 time sources, and may not have more");

    first.close();
    first.close();
    small.addTime(MONOTONIC, 0, 1, NOTHING, null);
    assertThatThrownBy(() -> small.addTime(MONOTONIC, 0, 1, NOTHING, null))
        .isInstanceOf(RejectedExecutionException.class);
  }

  @Test
  void invalidArguments_areRefused_andNameTheValue() {
    TimeSource source = loop.addTime(MONOTONIC, 7, 1, NOTHING, null);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> loop.addTime(MONOTONIC, -1, 1, NOTHING, null))
        .withMessageContaining("-1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> loop.addTime(MONOTONIC, 1, -2, NOTHING, null))
        .withMessageContaining("-2");
    assertThatIllegalArgumentException().isThrownBy(() -> loop.addTime(null, 1, 1, NOTHING, null));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> loop.addTimeRelative(MONOTONIC, -3, 1, NOTHING, null));
    assertThatIllegalArgumentException().isThrownBy(() -> source.setTime(-4));
    assertThatIllegalArgumentException().isThrownBy(() -> source.setAccuracy(-5));
    assertThat(source.time()).isEqualTo(7);
    assertThat(source.accuracy()).isEqualTo(1);
  }

  @Test
  void aLoopThatHasEnded_isStale() {
    TimeSource source = loop.addTime(MONOTONIC, 7, 1, NOTHING, null);
    Alarm alarm = loop.alarms(MONOTONIC).create(1, () -> {});
    loop.exit(0);
    loop.run();

    assertThatIllegalStateException()
        .isThrownBy(() -> loop.addTime(MONOTONIC, 0, 1, NOTHING, null))
        .withMessage("event loop 'e' has ended");
    assertThatIllegalStateException().isThrownBy(() -> source.setTime(1));
    assertThatIllegalStateException().isThrownBy(() -> source.setEnabled(TimeSource.Mode.ONESHOT));
    assertThatIllegalStateException().isThrownBy(() -> alarm.arm(1));
    assertThatIllegalStateException().isThrownBy(() -> loop.exit(1));
    assertThatIllegalStateException().isThrownBy(loop::run);
    source.setEnabled(TimeSource.Mode.OFF);
    source.close();
    alarm.clear();
  }

  @ParameterizedTest
  @EnumSource(names = {"REALTIME_ALARM", "BOOTTIME_ALARM"})
  void alarmClocks_areRefused_unlessTreatedAsPlain(ClockId id) {
    assertThatThrownBy(() -> loop.addTime(id, 0, 1, NOTHING, null))
        .isInstanceOf(UnsupportedClockException.class)
        .hasMessageContaining(id.name());
    assertThatThrownBy(() -> loop.now(id)).isInstanceOf(UnsupportedClockException.class);

    EventLoop lenient = EventLoop.builder().manual(clock).alarmClocksAsPlain().build();
    TimeSource source = lenient.addTime(id, 0, 1, NOTHING, null);
    assertThat(source.clock()).isEqualTo(id);
    assertThat(lenient.runOnce(0)).isTrue();
  }

  @Test
  void aClosedSource_isNoTimeSource() {
    TimeSource source = loop.addTime(MONOTONIC, 7, 1, NOTHING, null);
    source.setDescription("gone");
    source.close();

    assertThatIllegalStateException()
        .isThrownBy(source::time)
        .withMessage("'gone' is no time source: it was closed");
    assertThatIllegalStateException().isThrownBy(() -> source.setTime(1));
    assertThatIllegalStateException().isThrownBy(source::accuracy);
    assertThatIllegalStateException().isThrownBy(() -> source.setAccuracy(1));
    assertThatIllegalStateException().isThrownBy(() -> source.setEnabled(TimeSource.Mode.ON));
    source.setEnabled(TimeSource.Mode.OFF);
  }

  @Test
  void aRelativeTimeBeyondAllTimes_overflows() {
    clock.advanceNanos(5_000);
    TimeSource source = loop.addTime(MONOTONIC, 7, 1, NOTHING, null);

    assertThatThrownBy(() -> loop.addTimeRelative(MONOTONIC, Long.MAX_VALUE - 4, 1, NOTHING, null))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> source.setTimeRelative(Long.MAX_VALUE))
        .isInstanceOf(ArithmeticException.class);
    source.setTimeRelative(Long.MAX_VALUE - 6);
    assertThat(source.time()).isEqualTo(Long.MAX_VALUE - 1);
  }
}
