package org.escapement.server;

import org.escapement.log.Facility;
import org.escapement.log.LogOutput;
import org.escapement.log.LogSinks;
import org.escapement.log.Sink;
import org.escapement.log.Threshold;
import org.escapement.parameter.CoreParameters;
import org.escapement.parameter.Parameter;
import org.escapement.route.RouteRules;
import org.jspecify.annotations.Nullable;

/**
 * The log as the core parameters ask for it, now and when they change: threshold, prefix, syslog,
 * log engine.
 */
final class LogEffects implements AutoCloseable {

  private final CoreParameters core;
  private final LogSinks sinks;
  private final String syslogTarget;
  private final Threshold threshold = new Threshold();
  private final LogOutput output;
  private @Nullable Sink syslog;

  /**
   * Sets the threshold; the lines go to the server's log alone until {@link #open}.
   *
   * @param rules has the prefix of lines
   * @param syslogTarget {@code host:port} of the syslog server
   */
  LogEffects(CoreParameters core, RouteRules rules, LogSinks sinks, String syslogTarget) {
    this.core = core;
    this.sinks = sinks;
    this.syslogTarget = syslogTarget;
    threshold.apply(core.intValue("debug"));
    core.onChange("debug", change -> threshold.apply(change.after().number()));
    output = new LogOutput(rules.prefix());
  }

  /**
   * Begins to send lines to syslog and to the log engine, as far as they are asked for.
   *
   * @throws IllegalArgumentException if a target cannot be used
   */
  void open() {
    core.text("log_engine_type")
        .ifPresent(type -> output.add(sinks.engine(type, core.text("log_engine_data").orElse(""))));
    followFacility();
    core.onChange("log_facility", change -> followFacility());
  }

  private synchronized void followFacility() {
    Sink before = syslog;
    if (before != null) {
      output.remove(before);
      syslog = null;
    }
    Parameter facility = core.get("log_facility");
    if (facility.isSet() && !core.bool("log_stderror")) {
      Sink sink = sinks.syslog(syslogTarget, Facility.named(facility.text()));
      output.add(sink);
      syslog = sink;
    }
  }

  /** How many lines the sinks have lost. */
  long lost() {
    return output.lost();
  }

  @Override
  public void close() {
    output.close();
  }
}
