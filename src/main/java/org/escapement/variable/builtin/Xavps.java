package org.escapement.variable.builtin;

/** The values of {@code $xavp(…)} on one message: by root, and in it by field. */
final class Xavps {

  private final Slots<Slots<Object>> roots = new Slots<>();

  Slots<Slots<Object>> roots() {
    return roots;
  }
}
