package org.escapement.log;

/**
 * A line as Kamailio writes its own: {@code tag[pid]: LEVEL: category: text}. Immutable.
 *
 * @param tag name of the application
 */
record PlainFormat(String tag, long pid) implements LineFormat {

  @Override
  public byte[] format(LogLine line) {
    return LogLine.bytes(
        tag
            + '['
            + pid
            + "]: "
            + Levels.name(line.level())
            + ": "
            + line.category().substring(line.category().lastIndexOf('.') + 1)
            + ": "
            + line.text());
  }
}
