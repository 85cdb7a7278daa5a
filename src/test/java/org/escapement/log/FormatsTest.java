package org.escapement.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

  private static final Instant TIME = Instant.parse("2026-05-04T03:02:01.123456789Z");

  private static LogLine line(Level level, String text) {
    return LogLine.of(TIME, level, "org.escapement.timer", text);
  }

  private static String syslog(Facility facility, String tag, LogLine line) {
    return new String(new SyslogFormat(facility, tag, "host.example", 42).format(line), UTF_8);
  }

  @Test
  void syslog_isAMessageOfRfc5424() {
    assertThat(
            syslog(
                Facility.LOG_LOCAL3, "kam 1", line(Level.WARNING, "ESC001102: worker 3 is late")))
        .isEqualTo(
            "<156>1 2026-05-04T03:02:01.123456Z host.example kam_1 42 ESC001102 - ESC001102:"
                + " worker 3 is late");
  }

  @ParameterizedTest
  @CsvSource({
    "LOG_DAEMON, SEVERE, 27",
    "LOG_LOCAL0, INFO, 134",
    "LOG_KERN, WARNING, 4",
    "LOG_LOCAL7, FINE, 191"
  })
  void priority_isEightTimesTheFacilityAndTheSeverity(
      Facility facility, String level, int priority) {
    assertThat(syslog(facility, "", line(Level.parse(level), "text")))
        .isEqualTo("<" + priority + ">1 2026-05-04T03:02:01.123456Z host.example - 42 - - text");
  }

  @Test
  void plain_isALineLikeKamailios() {
    byte[] bytes = new PlainFormat("kam", 42).format(line(Level.SEVERE, "gone – ünd"));

    assertThat(new String(bytes, UTF_8)).isEqualTo("kam[42]: ERROR: timer: gone – ünd");
  }

  @Test
  void lineBreaks_makeNoFurtherLine() {
    assertThat(line(Level.INFO, "a\r\n<0>1 forged\u001b[2J").text())
        .isEqualTo("a  <0>1 forged [2J");
  }

  @Test
  void longText_isCut() {
    assertThat(line(Level.INFO, "x".repeat(100_000)).text()).hasSize(8_001).endsWith("x…");
  }

  @Test
  void facility_isFoundByItsNameInAnyCase() {
    assertThat(Facility.named("log_local0")).isEqualTo(Facility.LOG_LOCAL0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Facility.named("LOG_LOCAL8"))
        .withMessageStartingWith("'LOG_LOCAL8' is no facility of syslog; write one of LOG_KERN,");
  }
}
