package org.escapement.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LeveledLogTest {

  @Test
  void level_isThatOfTheMoment() {
    try (Records records = new Records(LogOutput.ROOT)) {
      new Threshold().apply(0);
      AtomicInteger level = new AtomicInteger(3);
      LeveledLog log = new LeveledLog("core", level::get);

      log.write(() -> "too fine");
      assertThat(log.isWritten()).isFalse();
      level.set(-1);
      log.write(() -> "severe");

      assertThat(log.isWritten()).isTrue();
      assertThat(records.lines()).containsExactly("ERROR severe");
    }
  }

  @Test
  void messageThatIsNotWritten_isNotMade() {
    try (Records records = new Records(LogOutput.ROOT)) {
      new Threshold().apply(0);
      AtomicInteger made = new AtomicInteger();

      new LeveledLog("core", () -> 3).write(() -> "made " + made.incrementAndGet());

      assertThat(made).hasValue(0);
      assertThat(records.lines()).isEmpty();
    }
  }
}
