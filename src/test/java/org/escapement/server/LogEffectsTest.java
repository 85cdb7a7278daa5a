package org.escapement.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.logging.Logger;
import org.escapement.config.Catalogue;
import org.escapement.config.ConfigurationReader;
import org.escapement.config.ConfigurationReader.Options;
import org.escapement.config.Knowledge;
import org.escapement.log.LogSinks;
import org.escapement.log.Receiver;
import org.escapement.log.Records;
import org.escapement.parameter.CoreParameters;
import org.escapement.route.RouteRules;
import org.escapement.text.Problems;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogEffectsTest {

  private static final String MARK = "nothing came before this";

  private final Records records = new Records("org.escapement");
  private final Logger logger = Logger.getLogger("org.escapement.test");
  private Receiver syslog;

  @BeforeEach
  void open() throws IOException {
    syslog = new Receiver();
  }

  @AfterEach
  void close() {
    syslog.close();
    records.close();
  }

  /** Applies a configuration, logs a warning, and ends. */
  private void logOnce(String configuration) {
    Catalogue catalogue = new Catalogue();
    CoreParameters core = new CoreParameters(catalogue);
    core.load(
        new ConfigurationReader(Options.usual(), new Knowledge(Set.of()))
            .read("a.cfg", configuration),
        new Problems());
    LogSinks sinks = new LogSinks(task -> new Thread(task, "sink").start(), "kam");
    LogEffects effects = new LogEffects(core, RouteRules.usual(), sinks, syslog.target());
    effects.open();
    logger.warning("a line");
    effects.close();
  }

  /** What syslog got first, if only the mark that this sends last. */
  private String firstLine() throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      byte[] mark = MARK.getBytes(UTF_8);
      String[] target = syslog.target().split(":", -1);
      socket.send(
          new DatagramPacket(
              mark, mark.length, new InetSocketAddress(target[0], Integer.parseInt(target[1]))));
    }
    return syslog.next();
  }

  @Test
  void facilityThatIsSet_sendsLinesToSyslog() throws IOException {
    logOnce("log_facility=LOG_LOCAL1\n");

    assertThat(firstLine()).startsWith("<140>1 ").endsWith(" a line");
  }

  @ParameterizedTest
  @ValueSource(strings = {"log_facility=LOG_LOCAL1\nlog_stderror=yes\n", "log_stderror=no\n", ""})
  void logStderror_orNoFacility_keepsLinesInTheServersLog(String configuration) throws IOException {
    logOnce(configuration);

    assertThat(firstLine()).isEqualTo(MARK);
    assertThat(records.lines()).containsExactly("WARNING a line");
  }

  @Test
  void debug_isTheThresholdOfSyslogToo() throws IOException {
    logOnce("debug=-1\nlog_facility=LOG_LOCAL1\n");

    assertThat(firstLine()).isEqualTo(MARK);
  }
}
