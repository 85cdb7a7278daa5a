package org.escapement.timer;

import java.util.ArrayList;
import java.util.List;
import org.escapement.clock.NanoClock;

/** Makes timers out of their definitions. One call at a time. */
final class TimerAssembler {

  private final TimerEnvironment environment;
  private final FailureListener listener;
  private boolean fallReported;

  TimerAssembler(TimerEnvironment environment, FailureListener listener) {
    this.environment = environment;
    this.listener = listener;
  }

  /**
   * Makes a timer, which is still to be launched.
   *
   * @param factory makes the bodies of the workers
   * @param dedicatedInUse how many workers have a thread of their own already
   */
  LiveTimer assemble(TimerDefinition definition, WorkerBody.Factory factory, int dedicatedInUse) {
    TimerSettings settings = new TimerSettings(definition);
    boolean dedicated = isDedicated(definition, dedicatedInUse);
    List<LiveTimer.Unit> units = new ArrayList<>(definition.nworkers());
    for (int i = 0; i < definition.nworkers(); i++) {
      units.add(unit(definition, settings, factory, i, dedicated));
    }
    return new LiveTimer(definition, settings, dedicated, units);
  }

  /** All workers of a timer are of one kind, so that they are equally precise. */
  private boolean isDedicated(TimerDefinition definition, int inUse) {
    int bound = environment.dedicatedBound();
    if (bound == TimerEnvironment.NO_DEDICATED) {
      return false;
    }
    if (definition.executor() != ExecutorKind.AUTO) {
      return definition.executor() == ExecutorKind.DEDICATED;
    }
    if ((long) inUse + definition.nworkers() <= bound) {
      return true;
    }
    if (!fallReported && bound > 0) {
      fallReported = true;
      TimerLog.LOG.autoFallsToShared(definition.name(), definition.nworkers(), inUse, bound);
    }
    return false;
  }

  private LiveTimer.Unit unit(
      TimerDefinition definition,
      TimerSettings settings,
      WorkerBody.Factory factory,
      int number,
      boolean dedicated) {
    NanoClock clock = environment.clocks().apply(definition.clock());
    WorkerCounters counters = new WorkerCounters(definition, number);
    WorkerContext context =
        new WorkerContext(definition, settings, counters, number, ProcessHandle.current().pid());
    Schedule schedule =
        new Schedule(definition.type().sync(), definition.missed(), definition.interval().nanos());
    Worker worker =
        new Worker(
            clock,
            context,
            new BodyCalls(definition, context, factory.create(context), counters, listener),
            counters,
            schedule,
            !definition.autostart());
    Driver driver =
        dedicated ? dedicated(definition, worker, clock) : shared(definition, worker, clock);
    return new LiveTimer.Unit(worker, driver);
  }

  private Driver dedicated(TimerDefinition definition, Worker worker, NanoClock clock) {
    return new DedicatedDriver(
        worker,
        environment.waiters().create(clock, definition.accuracy().nanos()),
        environment.threads(),
        environment.threadIds(),
        "escapement-timer-" + definition.name() + '-' + worker.context().worker());
  }

  private Driver shared(TimerDefinition definition, Worker worker, NanoClock clock) {
    return new SharedDriver(
        worker,
        clock,
        environment.alarms().apply(definition.clock()),
        definition.accuracy().nanos(),
        environment.shared());
  }
}
