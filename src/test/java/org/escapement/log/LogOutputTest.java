package org.escapement.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogOutputTest {

  private static final Executor THREADS = task -> new Thread(task, "sink").start();

  private final AtomicInteger mode = new AtomicInteger();
  private final LogPrefix prefix = new LogPrefix(mode::get);
  private final LogSinks sinks = new LogSinks(THREADS, "kam");
  private final Logger logger = Logger.getLogger(LogOutput.ROOT + ".test");
  private Records server;
  private LogOutput output;

  @BeforeEach
  void open() {
    output = new LogOutput(prefix);
    server = new Records(LogOutput.ROOT); // after the output, as the server's own handler is
    new Threshold().apply(2);
  }

  @AfterEach
  void close() {
    output.close();
    server.close();
  }

  @Test
  void line_goesToSyslogAndToTheServersLog() throws IOException {
    try (Receiver syslog = new Receiver()) {
      output.add(sinks.syslog(syslog.target(), Facility.LOG_LOCAL2));

      logger.warning("ESC001999: something");

      assertThat(syslog.next())
          .startsWith("<148>1 ")
          .endsWith(" kam " + ProcessHandle.current().pid() + " ESC001999 - ESC001999: something");
      assertThat(server.lines()).containsExactly("WARNING ESC001999: something");
    }
  }

  @Test
  void udpEngine_getsEachLineWithTagAndPrefix() throws IOException {
    try (Receiver engine = new Receiver()) {
      output.add(sinks.engine("udp", engine.target()));

      prefix.during(
          () -> "{1 2 INVITE abc} ",
          () -> {
            logger.log(Level.INFO, "call {0} of {1}", new Object[] {"one", "two"});
            logger.log(Level.SEVERE, "failed", new IllegalStateException("why"));
          });

      String tag = "kam[" + ProcessHandle.current().pid() + "]: ";
      assertThat(engine.next()).isEqualTo(tag + "INFO: test: {1 2 INVITE abc} call one of two");
      assertThat(engine.next())
          .isEqualTo(
              tag + "ERROR: test: {1 2 INVITE abc} failed: java.lang.IllegalStateException: why");
      assertThat(server.lines())
          .containsExactly(
              "INFO {1 2 INVITE abc} call one of two", "ERROR {1 2 INVITE abc} failed");
    }
  }

  @Test
  void prefix_isMadeOncePerMessageInMode0() {
    AtomicInteger made = new AtomicInteger();
    prefix.during(
        () -> "#" + made.incrementAndGet() + " ",
        () -> {
          logger.info("a");
          prefix.routeCalled();
          logger.info("b");
        });
    logger.info("c");

    assertThat(server.lines()).containsExactly("INFO #1 a", "INFO #1 b", "INFO c");
  }

  @Test
  void prefix_isMadeAnewAtEachRouteCallInMode1() {
    mode.set(1);
    AtomicInteger made = new AtomicInteger();
    prefix.during(
        () -> "#" + made.incrementAndGet() + " ",
        () -> {
          logger.info("a");
          prefix.routeCalled();
          logger.info("b");
          prefix.routeCalled();
        });
    prefix.routeCalled();

    assertThat(server.lines()).containsExactly("INFO #1 a", "INFO #2 b");
    assertThat(made).hasValue(3);
  }

  @Test
  void prefixOfAMessageWithinAnother_givesWayToTheOuterOne() {
    prefix.during(
        () -> "outer ",
        () -> {
          prefix.during(() -> "inner ", () -> logger.info("a"));
          logger.info("b");
        });

    assertThat(server.lines()).containsExactly("INFO inner a", "INFO outer b");
  }

  @Test
  void prefixThatFails_isEmpty() {
    prefix.during(
        () -> {
          throw new IllegalStateException("no message");
        },
        () -> logger.info("a"));

    assertThat(server.lines()).containsExactly("INFO a");
  }

  @Test
  void removedSink_getsNoMoreLines() throws IOException {
    try (Receiver engine = new Receiver()) {
      Sink first = sinks.engine("udp", engine.target());
      output.add(first);
      output.remove(first);
      logger.info("lost on it");
      output.add(sinks.engine("udp", engine.target()));
      logger.info("the next");

      assertThat(engine.next()).endsWith(": the next");
    }
  }

  @Test
  void closing_sendsWhatWaits_andLeavesTheLoggers() throws IOException {
    try (Receiver engine = new Receiver()) {
      output.add(sinks.engine("udp", engine.target()));
      for (int i = 0; i < 100; i++) {
        logger.info("line " + i);
      }

      output.close();
      logger.info("too late");

      for (int i = 0; i < 100; i++) {
        assertThat(engine.next()).endsWith(": line " + i);
      }
      assertThat(Logger.getLogger(LogOutput.ROOT).getHandlers()).containsExactly(server);
    }
  }

  @Test
  void fullQueue_losesLinesWithoutWaiting_andTellsSo() throws IOException {
    try (Receiver engine = new Receiver()) {
      Runnable[] sender = new Runnable[1];
      Sink sink = new LogSinks(task -> sender[0] = task, "kam").engine("udp", engine.target());
      LogLine line = LogLine.of(new LogRecord(Level.INFO, "").getInstant(), Level.INFO, "x", "one");
      for (int i = 0; i < DatagramSink.CAPACITY + 5; i++) {
        sink.accept(line);
      }
      assertThat(sink.lost()).isEqualTo(5);

      THREADS.execute(sender[0]);

      assertThat(engine.next())
          .endsWith(
              "5 lines of the log were lost on their way to /127.0.0.1:"
                  + engine.target().substring(10));
      assertThat(engine.next()).endsWith(": one");
      sink.close();
    }
  }

  @Test
  void unknownEngine_isAnErrorWithTheNearestOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sinks.engine("upd", "127.0.0.1:9"))
        .withMessage("there is no log engine 'upd'; did you mean udp?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "127.0.0.1", "127.0.0.1:", ":9", "127.0.0.1:0", "h:65536", "a b:1"})
  void targetThatIsNone_isAnError(String data) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sinks.engine("udp", data))
        .withMessage(
            "'" + data + "' is no target for log lines; write host:port, such as 127.0.0.1:514");
  }
}
