package org.escapement.log;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line as a syslog message (RFC 5424). Immutable.
 *
 * @param tag name of the application
 */
record SyslogFormat(Facility facility, String tag, String host, long pid) implements LineFormat {

  private static final int MAX_HOST = 255;
  private static final int MAX_TAG = 48;
  private static final String NIL = "-";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSX").withZone(ZoneOffset.UTC);

  private static final Pattern NUMBER = Pattern.compile("\\b(ESC\\d{6}): ");

  @Override
  public byte[] format(LogLine line) {
    Matcher number = NUMBER.matcher(line.text());
    String text =
        "<"
            + facility.priority(Levels.severity(line.level()))
            + ">1 "
            + TIME.format(line.time())
            + ' '
            + name(host, MAX_HOST)
            + ' '
            + name(tag, MAX_TAG)
            + ' '
            + pid
            + ' '
            + (number.find() ? number.group(1) : NIL)
            + " - "
            + line.text();
    return LogLine.bytes(text);
  }

  /** Names are printable ASCII without blanks, and of bounded length. */
  private static String name(String text, int most) {
    String printable = text.replaceAll("[^!-~]", "_");
    return printable.isEmpty() ? NIL : printable.substring(0, Math.min(most, printable.length()));
  }
}
