package org.escapement.module;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.escapement.command.CommandTable;
import org.escapement.timer.NativeThreadId;

/** A life cycle whose workers are plain threads, which bear the workers' names. */
final class LifeCycleFixture {

  static final Duration LIMIT = Duration.ofSeconds(30);

  final Recording recording = new Recording();
  final CountDownLatch never = new CountDownLatch(1);
  Pause pause = time -> recording.note("pause " + time.toMillis());
  Workers workers;
  LifeCycle cycle;

  static StartSettings settings(boolean fork) {
    return new StartSettings(
        fork, Duration.ZERO, Duration.ZERO, false, Duration.ZERO, Duration.ofMillis(1), LIMIT);
  }

  LifeCycle of(StartSettings settings, Module... modules) {
    workers =
        new Workers(
            settings,
            (name, task) -> new Thread(task, name).start(),
            NativeThreadId.ofPlatform(),
            time -> pause.of(time));
    cycle = new LifeCycle(List.of(modules), workers, settings.fork());
    return cycle;
  }

  /** Starts the modules; the calling thread is noted as {@code main}. */
  void start(StartSettings settings, Module... modules) {
    LifeCycle made = of(settings, modules);
    Thread.currentThread().setName("main");
    made.start(
        processes ->
            new ModuleContext(
                new CommandTable(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                processes));
  }

  void start(Module... modules) {
    start(settings(true), modules);
  }

  void stop() {
    if (cycle != null) { // nothing was started
      cycle.stop(LIMIT);
    }
  }

  /** A task that ends when it is interrupted. */
  void untilInterrupted() {
    try {
      never.await();
    } catch (InterruptedException e) {
      recording.note("interrupted");
    }
  }
}
