package org.escapement.clock;

/** An entry that does nothing when it is due. */
final class IdleEntry extends Entry {

  IdleEntry(Timeline timeline) {
    super(timeline);
  }

  @Override
  boolean begin() {
    return false;
  }

  @Override
  void run() {}
}
