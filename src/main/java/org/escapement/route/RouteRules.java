package org.escapement.route;

import java.util.function.IntSupplier;
import org.escapement.log.Latency;
import org.escapement.log.LogPrefix;

/**
 * What holds for every route, as it is at the moment. Thread-safe, read without a lock.
 *
 * @param maxDepth deepest nesting of routes that call routes: {@code max_recursive_level}
 * @param maxTurns most turns of a guarded loop, 0 for any number: {@code max_while_loops}
 * @param latency is told of calls that took long
 * @param prefix is told of each call, to make the prefix of log lines anew
 */
public record RouteRules(
    IntSupplier maxDepth, IntSupplier maxTurns, Latency latency, LogPrefix prefix) {

  private static final int USUAL_DEPTH = 256;
  private static final int USUAL_TURNS = 100;

  /** Kamailio's defaults; nothing is timed. */
  public static RouteRules usual() {
    return limits(() -> USUAL_DEPTH, () -> USUAL_TURNS);
  }

  /** Limits alone; nothing is timed. */
  public static RouteRules limits(IntSupplier maxDepth, IntSupplier maxTurns) {
    Latency off = new Latency(new Latency.Settings(() -> 0, () -> 0, () -> 0, () -> 0));
    return new RouteRules(maxDepth, maxTurns, off, new LogPrefix(() -> 0));
  }
}
