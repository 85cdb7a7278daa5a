package org.escapement.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.escapement.clock.ClockId.MONOTONIC;
import static org.escapement.clock.TimeSource.Mode.OFF;
import static org.escapement.clock.TimeSource.Mode.ON;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What handlers are given, what they may do wrong, and how they end the loop. */
class EventLoopHandlersTest extends LoopOnManualClock {

  @Test
  void theHandler_getsTheSource_theConfiguredTime_andTheUserData() {
    AtomicReference<Object> seen = new AtomicReference<>();
    TimeSource source =
        loop.addTime(
            MONOTONIC,
            1_000,
            1,
            (s, micros, data) -> {
              seen.set(List.of(s, micros, data));
              return 0;
            },
            "data");

    advanceMicros(5_000);

    assertThat(seen.get()).isEqualTo(List.of(source, 1_000L, "data"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aHandlerThatFails_switchesItsSourceOff_andTheLoopGoesOn(boolean byException) {
    TimeSource bad =
        loop.addTime(
            MONOTONIC,
            1_000,
            1,
            (s, micros, data) -> {
              if (byException) {
                throw new AssertionError("meant to fail");
              }
              return -1;
            },
            null);
    bad.setEnabled(ON);
    loop.addTime(MONOTONIC, 1_000, 1, note, "other");

    advanceMicros(1_000);
    advanceMicros(1_000);

    assertThat(bad.enabled()).isEqualTo(OFF);
    assertThat(fired).containsExactly("other");
    assertThat(loop.counters().handlerErrors()).isEqualTo(1);
  }

  @Test
  void aHandlerWhoseExceptionThrowsItself_doesNotEndTheLoop() {
    loop.addTime(MONOTONIC, 0, 1, (s, m, d) -> throwing(), null);
    loop.addTime(MONOTONIC, 0, 1, note, "other");

    loop.runOnce(0);

    assertThat(fired).containsExactly("other");
  }

  private static int throwing() {
    throw new IllegalStateException() {
      private static final long serialVersionUID = 1L;

      @Override
      public String getMessage() {
        throw new UnsupportedOperationException("no message");
      }
    };
  }

  @Test
  void withoutHandler_theLoopExitsWithTheUserData() {
    loop.addTime(MONOTONIC, 0, 1, null, 42);
    assertThat(loop.run()).isEqualTo(42);
    assertThat(loop.hasEnded()).isTrue();
  }

  @Test
  void withoutHandlerAndNumber_theLoopExitsWithZero() {
    loop.addTime(MONOTONIC, 0, 1, null, "no number");
    assertThat(loop.run()).isZero();
  }

  @Test
  void exit_byAHandler_keepsTheOthersFromRunning() {
    loop.addTime(
        MONOTONIC,
        0,
        1,
        (source, micros, data) -> {
          loop.exit(3);
          return 0;
        },
        null);
    loop.addTime(MONOTONIC, 1, 1, note, "other");
    clock.advanceNanos(1_000_000);

    assertThat(loop.run()).isEqualTo(3);
    assertThat(fired).isEmpty();
  }

  @Test
  void runOnce_inAHandler_isRefused() {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    loop.addTime(
        MONOTONIC,
        0,
        1,
        (source, micros, data) -> {
          assertThatThrownBy(() -> loop.runOnce(0))
              .satisfies(thrown::set)
              .isInstanceOf(IllegalStateException.class);
          return 0;
        },
        null);

    loop.runOnce(0);

    assertThat(thrown.get()).hasMessageContaining("runs already");
  }

  @Test
  void anInterrupt_isKept_andEndsNothing() {
    loop.addTime(
        MONOTONIC,
        0,
        1,
        (source, micros, data) -> {
          Thread.currentThread().interrupt();
          loop.addTime(MONOTONIC, 0, 1, null, 9);
          return 0;
        },
        null);

    assertThat(loop.run()).isEqualTo(9);
    assertThat(Thread.interrupted()).isTrue();
  }
}
