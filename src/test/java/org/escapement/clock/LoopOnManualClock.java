package org.escapement.clock;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;

/** A loop whose time the test moves, and a handler that notes what fired. */
@Timeout(60)
abstract class LoopOnManualClock {

  final ManualClock clock = new ManualClock();
  final EventLoop loop = EventLoop.builder().name("test").manual(clock).build();
  final List<Object> fired = new ArrayList<>();
  final TimeHandler note =
      (source, micros, data) -> {
        fired.add(data == null ? micros : data);
        return 0;
      };

  final void advanceMicros(long micros) {
    clock.advanceNanos(micros * 1_000);
    loop.runOnce(0);
  }
}
