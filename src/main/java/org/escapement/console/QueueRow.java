package org.escapement.console;

import java.util.Locale;
import org.escapement.shaping.CallCounters;

/**
 * A call queue as the page shows it.
 *
 * @param rate calls a second at most
 * @param size most calls that wait
 * @param nextHop where its calls go
 */
public record QueueRow(
    String name, State state, int rate, int size, String nextHop, CallCounters counters) {

  /** Whether calls come in and leave. */
  public enum State {
    /** They do both. */
    OPEN,
    /** They come in and wait. */
    PAUSED,
    /** Those that wait leave; no more come in. */
    DRAINING,
    /** None come in. */
    CLOSED;

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
