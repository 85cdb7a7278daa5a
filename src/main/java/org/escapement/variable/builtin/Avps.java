package org.escapement.variable.builtin;

/** The values of {@code $avp(…)} on one message. */
final class Avps {

  private final Slots<Object> values = new Slots<>();

  Slots<Object> values() {
    return values;
  }
}
