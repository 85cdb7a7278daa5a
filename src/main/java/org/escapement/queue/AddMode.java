package org.escapement.queue;

/** What becomes of an item whose key is in the queue already. The codes are Kamailio's. */
public enum AddMode {
  /** 0: it is added as any other; a key may be there many times. */
  ALL(0),
  /** 1: the item that is there stays where it is, and the new one is left out. */
  KEEP_OLDEST(1),
  /** 2: the item that is there is taken away, and the new one added at the end. */
  KEEP_NEWEST(2);

  private final int code;

  AddMode(int code) {
    this.code = code;
  }

  /** The mode that a value of {@code addmode=} names, 0 to 2. */
  static AddMode of(int code) {
    return switch (code) {
      case 0 -> ALL;
      case 1 -> KEEP_OLDEST;
      case 2 -> KEEP_NEWEST;
      default -> throw new IllegalArgumentException("addmode " + code + " is not 0 to 2");
    };
  }

  /** The value of {@code addmode=}, 0 to 2. */
  public int code() {
    return code;
  }
}
