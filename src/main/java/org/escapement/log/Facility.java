package org.escapement.log;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The facilities of syslog with their codes (RFC 5424, table 1) and syslog(3)'s names. */
public enum Facility {
  LOG_KERN(0),
  LOG_USER(1),
  LOG_MAIL(2),
  LOG_DAEMON(3),
  LOG_AUTH(4),
  LOG_SYSLOG(5),
  LOG_LPR(6),
  LOG_NEWS(7),
  LOG_UUCP(8),
  LOG_CRON(9),
  LOG_AUTHPRIV(10),
  LOG_FTP(11),
  LOG_LOCAL0(16),
  LOG_LOCAL1(17),
  LOG_LOCAL2(18),
  LOG_LOCAL3(19),
  LOG_LOCAL4(20),
  LOG_LOCAL5(21),
  LOG_LOCAL6(22),
  LOG_LOCAL7(23);

  private static final int SEVERITIES = 8;

  private final int code;

  Facility(int code) {
    this.code = code;
  }

  /** The priority value of a message with this facility and a severity. */
  int priority(int severity) {
    return code * SEVERITIES + severity;
  }

  /**
   * The facility of a name, in any case.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Facility named(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(facility -> facility.name().equals(upper))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'" + name + "' is no facility of syslog; write one of " + names()));
  }

  private static String names() {
    return Arrays.stream(values()).map(Facility::name).collect(Collectors.joining(", "));
  }
}
