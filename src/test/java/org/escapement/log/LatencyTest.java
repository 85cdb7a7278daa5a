package org.escapement.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.escapement.text.Position;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LatencyTest {

  private final AtomicInteger limitAction = new AtomicInteger();
  private final AtomicInteger limitDb = new AtomicInteger();
  private final AtomicInteger log = new AtomicInteger(Levels.ERROR);
  private final AtomicInteger cfgLog = new AtomicInteger(Levels.DEBUG);
  private final Latency latency =
      new Latency(new Latency.Settings(limitAction::get, limitDb::get, log::get, cfgLog::get));
  private final Records records = new Records(LogOutput.ROOT + ".latency");

  @BeforeEach
  void threshold() {
    new Threshold().apply(Levels.WARNING);
  }

  @AfterEach
  void close() {
    records.close();
  }

  @Test
  void callWithinTheLimit_isNotReported() {
    limitAction.set(500);

    latency.call("QUEUE_LOOP", Position.of("a.Routes.loop"), 500_000);

    assertThat(records.lines()).isEmpty();
  }

  @Test
  void callThatTakesLonger_isReportedWithNameAndPlace() {
    limitAction.set(500);

    latency.call("QUEUE_LOOP", Position.of("a.Routes.loop"), 501_000);

    assertThat(records.lines())
        .containsExactly(
            "ERROR ESC002000: a.Routes.loop: route QUEUE_LOOP took 501 us, more than"
                + " latency_limit_action=500");
  }

  @Test
  void limitOf0_isOff() {
    latency.call("R", "place", Long.MAX_VALUE);
    latency.query("select", Long.MAX_VALUE);

    assertThat(latency.limitsCalls()).isFalse();
    assertThat(records.lines()).isEmpty();
  }

  @Test
  void slowQuery_isReportedWithItsFirst50Characters() {
    limitDb.set(1);

    latency.query("q".repeat(60), 2_000);

    assertThat(records.lines())
        .containsExactly(
            "ERROR ESC002001: a database call took 2 us, more than latency_limit_db=1: "
                + "q".repeat(50));
  }

  @Test
  void latencyLog_isTheLevelOfReports() {
    limitAction.set(1);
    log.set(Levels.NOTICE);

    latency.call("R", "place", 2_000);
    assertThat(records.lines()).isEmpty();
    new Threshold().apply(Levels.NOTICE);
    latency.call("R", "place", 2_000);

    assertThat(records.lines()).singleElement().asString().startsWith("NOTICE ESC002000: ");
  }

  @Test
  void latencyCfgLog_isTheLevelOfTheDurationsOfMessages() {
    latency.message("request_route", 1_234_567);
    assertThat(latency.logsMessages()).isFalse();
    cfgLog.set(Levels.WARNING);
    latency.message("request_route", 1_234_567);

    assertThat(latency.logsMessages()).isTrue();
    assertThat(records.lines())
        .containsExactly("WARNING ESC002002: route request_route took 1234 us");
  }
}
