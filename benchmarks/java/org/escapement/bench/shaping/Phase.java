package org.escapement.bench.shaping;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Calls that come in together, and what became of them.
 *
 * @param spacingNanos distance of the calls as they come in
 */
record Phase(String name, int calls, long spacingNanos) {

  private static final long LOOK_MILLIS = 20;
  private static final long ENOUGH_NANOS = TimeUnit.SECONDS.toNanos(20);
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  /** Places the calls through a proxy and measures when they come to the callee. */
  Map<String, Object> measure(String subject, int proxyPort, Callee callee, String series)
      throws IOException, InterruptedException {
    Callee.Arrivals arrivals = callee.expect(calls);
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("subject", subject);
    row.put("phase", name);
    row.put("offered", calls);
    try (Caller caller = new Caller(proxyPort, callee.address(), series)) {
      caller.place(calls, spacingNanos);
      long placed = System.nanoTime();
      while (!arrivals.await(LOOK_MILLIS) && System.nanoTime() - placed < ENOUGH_NANOS) {
        caller.repeatUnheard();
      }
      TimeUnit.MILLISECONDS.sleep(10 * LOOK_MILLIS); // for the last call to be taken and ended
      fill(row, arrivals, caller);
    }
    return row;
  }

  private static void fill(Map<String, Object> row, Callee.Arrivals arrivals, Caller caller) {
    Departures departures = new Departures(arrivals.times());
    row.put("delivered", departures.count());
    row.put("refused", caller.refused());
    row.put("fullest_1s", departures.fullestWindow(SECOND));
    row.put("fullest_100ms", departures.fullestWindow(SECOND / 10));
    row.put("spacing_mean_ms", departures.meanGapNanos() / 1e6);
    row.put("spacing_sd_ms", departures.deviationNanos() / 1e6);
    row.put("spacing_error_p99_ms", departures.p99ErrorNanos() / 1e6);
    row.put("overtaken", Departures.overtaken(arrivals.calls()));
    row.put("repeated_by_caller", caller.repeated());
    row.put("repeated_to_callee", arrivals.repeated());
  }
}
