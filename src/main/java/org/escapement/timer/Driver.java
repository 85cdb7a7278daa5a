package org.escapement.timer;

/** Calls the steps of one worker and waits in between. The methods may be called by any thread. */
interface Driver {

  /** Begins with the first step. Called once. */
  void launch();

  /** Ends the present wait because a command was posted. */
  void tell();

  /** As {@link #tell}, without allocation or lock. */
  void tellQuietly();

  /** Interrupts the route that runs now, if it has a thread of its own. */
  void interrupt();
}
