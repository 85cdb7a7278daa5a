package org.escapement.rpc;

/** Texts of strangers in lines of the log. */
final class Texts {

  private static final int LONGEST = 80;

  private Texts() {}

  /** In one line of bounded length. */
  static String line(String text) {
    String bounded = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    return bounded.replaceAll("\\p{Cntrl}|[\\u0085\\u2028\\u2029]", "?");
  }
}
