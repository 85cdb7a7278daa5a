package org.escapement.metrics;

import java.time.Duration;
import org.escapement.clock.ManualClock;
import org.escapement.text.Position;
import org.escapement.text.Problems;
import org.escapement.timer.TimerContext;
import org.escapement.timer.TimerControl;
import org.escapement.timer.TimerDefinition;
import org.escapement.timer.TimerDefinitions;
import org.escapement.timer.TimerEnvironment;
import org.escapement.timer.TimerRegistry;
import org.escapement.timer.WorkerBody;

/** Timers on a clock of the test's own, whose loop routes do as they are told. */
public final class Timers {

  /** What a loop route does. */
  @FunctionalInterface
  public interface Loop {
    void run(TimerContext timer) throws Exception;
  }

  public final ManualClock clock = new ManualClock();
  public final TimerRegistry registry = new TimerRegistry(TimerEnvironment.manual(clock));

  /** Adds a timer that begins at once. */
  public TimerControl add(String name, String attributes, Loop loop) {
    TimerControl timer =
        registry.add(
            definition(name, attributes),
            worker ->
                new WorkerBody() {
                  @Override
                  public int loop(TimerContext context) throws Exception {
                    loop.run(context);
                    return 1;
                  }
                });
    registry.start();
    return timer;
  }

  /** Adds a timer whose loop route does nothing. */
  public TimerControl add(String name, String attributes) {
    return add(name, attributes, timer -> {});
  }

  /** Lets time pass, in which the timers run. */
  public void pass(Duration time) {
    clock.advance(time);
  }

  private static TimerDefinition definition(String name, String attributes) {
    Problems problems = new Problems();
    TimerDefinitions definitions = new TimerDefinitions(problems);
    definitions.define("name=" + name + ";start=S;loop=L;end=E;" + attributes, Position.of("test"));
    TimerDefinition definition = definitions.build().get(0);
    problems.throwIfAny();
    return definition;
  }
}
