package org.escapement.timer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.escapement.clock.ManualClock;

/** Timers of 100 ms on a clock that is moved by hand, whose routes a test writes. */
abstract class ScriptedTimer {

  final ManualClock clock = new ManualClock(1_000);
  final TimerRegistry timers = new TimerRegistry(TimerEnvironment.manual(clock));
  final ScriptedBody body = new ScriptedBody();
  final List<String> rounds = new ArrayList<>();

  TimerControl begin(String attributes) {
    TimerControl timer = timers.add(Definitions.timer("interval=100ms;" + attributes), body);
    timers.start();
    return timer;
  }

  void inStart(Consumer<TimerContext> action) {
    body.onStart =
        context -> {
          action.accept(context);
          return 1;
        };
  }

  /** Notes slice and tasks of each loop run as {@code slice:tasks}. */
  void noteRounds() {
    body.onLoop =
        context -> {
          rounds.add(context.slice() + ":" + context.tasks());
          return 1;
        };
  }
}
