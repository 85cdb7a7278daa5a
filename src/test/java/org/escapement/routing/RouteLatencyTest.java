package org.escapement.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.escapement.log.LogOutput;
import org.escapement.route.Route;
import org.escapement.route.RouteContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is logged of the time that routes take, and of malformed messages. */
class RouteLatencyTest {

  private final Logger logger = Logger.getLogger("org.escapement");
  private final List<LogRecord> records = new CopyOnWriteArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord record) {
          records.add(record);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  /** Spends longer than a millisecond in a route that a route calls. */
  static class Routes {
    @Route("request_route")
    void request(RouteContext route) throws Throwable {
      route.call("SLOW");
    }

    @Route("SLOW")
    void slow() {
      long begin = System.nanoTime();
      while (System.nanoTime() - begin < 1_500_000) {
        Thread.onSpinWait();
      }
    }

    @Route("reply_route")
    void reply() {}
  }

  @BeforeEach
  void listen() {
    handler.setLevel(Level.ALL);
    logger.setLevel(Level.ALL);
    logger.setUseParentHandlers(false);
    logger.addHandler(handler);
  }

  @AfterEach
  void stop() {
    logger.removeHandler(handler);
    logger.setUseParentHandlers(true);
    logger.setLevel(null);
  }

  private List<String> lines(String category, Level level) {
    return records.stream()
        .filter(r -> r.getLoggerName().equals("org.escapement." + category))
        .filter(r -> r.getLevel().intValue() == level.intValue())
        .map(LogRecord::getMessage)
        .toList();
  }

  private final FakeRequest request = new FakeRequest("INVITE");

  @ParameterizedTest
  @CsvSource({"1000, true", "0, false", "60000000, false"})
  void slowCallOfARoute_isReported(int limitMicros, boolean reported) throws Exception {
    new RoutingFixture(
            "latency_log=-1\nlatency_cfg_log=3\nlatency_limit_action=" + limitMicros, new Routes())
        .send(request);

    assertThat(lines("latency", Level.SEVERE))
        .filteredOn(line -> line.contains("SLOW") && line.contains("Routes.slow"))
        .hasSize(reported ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({"0, #1, #1", "1, #3, #5"})
  void logPrefix_isMadeOncePerMessage_orAroundEachRouteCall(
      int mode, String withinRoute, String afterwards) throws Exception {
    AtomicInteger made = new AtomicInteger();
    RoutingFixture fixture =
        new RoutingFixture(
            "latency_cfg_log=2\nlatency_limit_action=1000\nlog_prefix_mode=" + mode, new Routes());
    LogOutput output = new LogOutput(fixture.rules.prefix());
    try {
      fixture.routing.prefixLogs(
          message -> "#" + made.incrementAndGet() + " " + message.getMethod() + " ");
      fixture.send(request);
    } finally {
      output.close();
    }

    assertThat(records)
        .extracting(LogRecord::getMessage)
        .anyMatch(line -> line.startsWith(withinRoute + " INVITE ") && line.contains("SLOW"))
        .anyMatch(line -> line.startsWith(afterwards + " INVITE ") && line.contains("ESC002002"));
  }

  @Test
  void routeOfAMessage_isReportedWithItsDuration() throws Exception {
    RoutingFixture fixture = new RoutingFixture("latency_cfg_log=2", new Routes());
    fixture.send(request);
    fixture.receive(request, 180, true, false);

    assertThat(lines("latency", Level.INFO)).hasSize(2);
    assertThat(lines("latency", Level.INFO).get(0)).contains("request_route");
    assertThat(lines("latency", Level.INFO).get(1)).contains("reply_route");
  }

  @ParameterizedTest
  @CsvSource({"-1, SEVERE", "2, INFO"})
  void malformedMessage_isReportedAtTheLevelOfTheParserLog(int level, String expected)
      throws Exception {
    request.headers.put("To", List.of("one", "two"));
    new RoutingFixture("sip_parser_log=" + level, new Routes()).send(request);

    assertThat(lines("sip", Level.parse(expected)))
        .singleElement()
        .asString()
        .contains("more than one header To", "192.0.2.7");
  }

  @ParameterizedTest
  @CsvSource({"-1, SEVERE", "2, INFO"})
  void refusedRequest_isReportedAtTheLevelOfTheCoreLog(int level, String expected)
      throws Exception {
    request.headers.put("To", List.of("one", "two"));
    new RoutingFixture("corelog=" + level, new Routes()).send(request);

    assertThat(lines("core", Level.parse(expected)))
        .singleElement()
        .asString()
        .startsWith("ESC002111: Request INVITE of call ")
        .contains(" from 192.0.2.7 is refused: it has more than one header To");
  }
}
