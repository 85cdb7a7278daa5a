package org.escapement.metrics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.escapement.timer.Distribution;
import org.escapement.timer.TimerStats;
import org.jspecify.annotations.Nullable;

/**
 * What timers did since they were last looked at.
 *
 * <p>Not thread-safe: one looks at a time. Keeps two distributions, 80 KB, for each timer.
 */
public final class Recent {

  /**
   * What one timer did since the last look.
   *
   * @param all its statistics from the beginning on
   * @param ticks loop runs since the last look
   * @param missed due times missed since then
   * @param errors failures since then
   * @param lateness of the loop runs since then; null if there were none
   * @param runTime of those that have ended since then; null if there were none
   */
  public record Look(
      TimerStats.Worker all,
      long ticks,
      long missed,
      long errors,
      @Nullable Distribution lateness,
      @Nullable Distribution runTime) {}

  private Map<String, TimerStats.Worker> before = new HashMap<>();

  /** Looks at these timers; those not among them are forgotten. */
  public Map<String, Look> look(List<TimerStats> timers) {
    Map<String, Look> looks = new HashMap<>();
    Map<String, TimerStats.Worker> now = new HashMap<>();
    for (TimerStats timer : timers) {
      TimerStats.Worker total =
          timer.workers().size() == 1 ? timer.workers().get(0) : timer.total();
      now.put(timer.timer(), total);
      looks.put(timer.timer(), look(total, before.get(timer.timer())));
    }
    before = now;
    return looks;
  }

  /** A timer that was removed and added again counts from its new beginning. */
  private static Look look(TimerStats.Worker now, TimerStats.@Nullable Worker then) {
    if (then == null || now.ticks() < then.ticks()) {
      return new Look(now, 0, 0, 0, null, null);
    }
    return new Look(
        now,
        now.ticks() - then.ticks(),
        now.missed() - then.missed(),
        now.errors() - then.errors(),
        since(now.lateness(), then.lateness()),
        since(now.runTime(), then.runTime()));
  }

  private static @Nullable Distribution since(Distribution now, Distribution then) {
    return now.count() <= then.count() ? null : now.since(then);
  }
}
