package org.escapement.log;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.escapement.text.Nearest;

/** Makes the sinks that settings name. */
public final class LogSinks {

  private static final List<String> ENGINES = List.of("udp");
  private static final Pattern TARGET =
      Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^\\[\\]:\\s]+):([0-9]{1,5})");
  private static final int MAX_PORT = 65_535;

  private final Executor threads;
  private final String tag;
  private final long pid = ProcessHandle.current().pid();

  /**
   * Names the sender.
   *
   * @param threads gives each sink a thread for as long as it is open
   * @param tag the {@code log_name} of all lines
   */
  public LogSinks(Executor threads, String tag) {
    this.threads = threads;
    this.tag = tag;
  }

  /**
   * Messages to a syslog server.
   *
   * @param target its {@code host:port}
   * @throws IllegalArgumentException if the target is none
   */
  public Sink syslog(String target, Facility facility) {
    LineFormat format = new SyslogFormat(facility, tag, hostName(), pid);
    return new DatagramSink(target(target), format, threads);
  }

  /**
   * A log engine.
   *
   * @param type {@code udp}
   * @param data for udp {@code host:port}
   * @throws IllegalArgumentException if there is no such engine, or the data are none of it
   */
  public Sink engine(String type, String data) {
    check(type, data);
    return new DatagramSink(target(data), new PlainFormat(tag, pid), threads);
  }

  /**
   * Checks what {@link #engine} would be given, without beginning anything.
   *
   * @throws IllegalArgumentException if there is no such engine, or the data are none of it
   */
  public static void check(String type, String data) {
    if (!ENGINES.contains(type)) {
      throw new IllegalArgumentException(
          "there is no log engine '" + type + "'; " + Nearest.advice("engine", type, ENGINES));
    }
    InetSocketAddress unused = target(data);
  }

  private static InetSocketAddress target(String text) {
    Matcher matcher = TARGET.matcher(text);
    int port = matcher.matches() ? Integer.parseInt(matcher.group(2)) : 0;
    if (port < 1 || port > MAX_PORT) {
      throw new IllegalArgumentException(
          "'" + text + "' is no target for log lines; write host:port, such as 127.0.0.1:514");
    }
    return new InetSocketAddress(matcher.group(1), port);
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
