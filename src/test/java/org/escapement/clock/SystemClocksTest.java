package org.escapement.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SystemClocksTest {

  @Test
  void realtime_countsFrom1970() {
    long before = System.currentTimeMillis();
    long millis = TimeUnit.NANOSECONDS.toMillis(SystemClocks.of(ClockId.REALTIME).nanos());
    long after = System.currentTimeMillis();

    assertThat(millis).isBetween(before - 1, after + 1);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void boottime_includesTheMonotonicTime() {
    long monotonic = SystemClocks.MONOTONIC.nanos();

    assertThat(SystemClocks.of(ClockId.BOOTTIME).nanos()).isGreaterThanOrEqualTo(monotonic);
  }

  @ParameterizedTest
  @EnumSource(names = {"REALTIME_ALARM", "BOOTTIME_ALARM"})
  void alarmClocks_areRefused(ClockId id) {
    assertThatThrownBy(() -> SystemClocks.of(id))
        .isInstanceOf(UnsupportedClockException.class)
        .hasMessageContaining(id.name());
  }
}
