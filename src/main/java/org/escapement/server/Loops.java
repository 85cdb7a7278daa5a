package org.escapement.server;

import java.util.concurrent.*;
import org.escapement.clock.Alarm;
import org.escapement.clock.Alarms;
import org.escapement.clock.ClockId;

final class Loops {
  private final ScheduledExecutorService ex = Executors.newSingleThreadScheduledExecutor();

  Loops(ManagedThreads threads) {}

  Alarms alarms(ClockId id) {
    return (accuracy, action) ->
        new Alarm() {
          @org.jspecify.annotations.Nullable private volatile Future<?> f;

          @Override
          public void arm(long d) {
            clear();
            f = ex.schedule(action, d - System.nanoTime(), TimeUnit.NANOSECONDS);
          }

          @Override
          public void clear() {
            Future<?> g = f;
            if (g != null) g.cancel(false);
          }
        };
  }

  void stop() {
    ex.shutdownNow();
  }
}
