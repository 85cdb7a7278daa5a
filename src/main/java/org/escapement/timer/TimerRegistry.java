package org.escapement.timer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.escapement.text.Problems;

/**
 * All timers of the application and their life: add them, start them all at once, stop them all.
 * Timers may also come and go in between.
 *
 * <p>Thread-safe. Finding a timer takes no lock.
 */
public final class TimerRegistry implements RouteTimers {

  private final TimerEnvironment environment;
  private final TimerAssembler assembler;
  private final Object lock = new Object();

  /** Never changed, only replaced, under the lock. */
  private volatile Map<String, LiveTimer> timers = Map.of();

  /** Removed timers whose workers may still be at their end routes; guarded by the lock. */
  private final List<LiveTimer> leaving = new ArrayList<>();

  private final List<FailureListener> failures = new CopyOnWriteArrayList<>();

  private boolean started;
  private boolean stopped;

  public TimerRegistry(TimerEnvironment environment) {
    this.environment = environment;
    this.assembler =
        new TimerAssembler(
            environment,
            (timer, worker, kind, route, failure) ->
                failures.forEach(listener -> listener.failed(timer, worker, kind, route, failure)));
  }

  /**
   * Has a listener told of each route that fails from now on, of any timer. It runs in the worker
   * and must neither block nor throw.
   */
  public void onFailure(FailureListener listener) {
    failures.add(listener);
  }

  /** Reports each definition whose clock this platform lacks. */
  public void check(Collection<TimerDefinition> definitions, Problems problems) {
    for (TimerDefinition definition : definitions) {
      try {
        var unused = environment.clocks().apply(definition.clock());
      } catch (UnsupportedOperationException e) {
        problems.add(
            definition.position(),
            "timer " + definition.name() + ": " + e.getMessage(),
            "use clock=monotonic");
      }
    }
  }

  /**
   * Adds a timer. Its workers begin at once if {@link #start()} was called before, else then.
   *
   * @param factory makes the bodies of the workers, called once for each in this call
   * @throws TimerFaultException 400 if there is a timer of that name
   * @throws org.escapement.text.ConfigurationException if the platform lacks the timer's clock
   * @throws IllegalStateException after {@link #stop}
   */
  public TimerControl add(TimerDefinition definition, WorkerBody.Factory factory) {
    Problems problems = new Problems();
    check(List.of(definition), problems);
    problems.throwIfAny();
    LiveTimer timer;
    boolean launch;
    synchronized (lock) {
      if (stopped) {
        throw new IllegalStateException(
            "timer " + definition.name() + " cannot be added: the timers have been stopped");
      }
      if (timers.containsKey(definition.name())) {
        throw new TimerFaultException(400, "Timer " + definition.name() + " exists already");
      }
      timer = assembler.assemble(definition, factory, dedicatedWorkers());
      Map<String, LiveTimer> more = new LinkedHashMap<>(timers);
      more.put(definition.name(), timer);
      timers = more;
      launch = started;
    }
    if (launch) {
      launchOrRemove(timer);
    }
    return timer;
  }

  private void launchOrRemove(LiveTimer timer) {
    try {
      timer.launch();
    } catch (RuntimeException e) { // the server refuses threads in ways of its own
      remove(timer.name());
      throw e;
    }
  }

  /** How many workers have a thread of their own, those at their end routes included. */
  public int dedicatedWorkers() {
    synchronized (lock) {
      leaving.removeIf(LiveTimer::isFinished);
      return timers.values().stream().mapToInt(LiveTimer::dedicatedWorkers).sum()
          + leaving.stream().mapToInt(LiveTimer::dedicatedWorkers).sum();
    }
  }

  /** Starts the workers of all timers. */
  public void start() {
    Collection<LiveTimer> all;
    synchronized (lock) {
      if (started || stopped) {
        return;
      }
      started = true;
      all = timers.values();
    }
    all.forEach(LiveTimer::launch);
  }

  /**
   * Removes a timer. Its workers run their end routes, which need not have returned when this does.
   *
   * @throws TimerFaultException as {@link #timer}
   */
  public void remove(String name) {
    LiveTimer timer;
    synchronized (lock) {
      timer = find(name);
      Map<String, LiveTimer> fewer = new LinkedHashMap<>(timers);
      fewer.remove(name);
      timers = fewer;
      leaving.removeIf(LiveTimer::isFinished);
      leaving.add(timer);
    }
    TimerLog.LOG.removed(name);
    timer.units().forEach(LiveTimer.Unit::stop);
  }

  /**
   * Sets a value of a timer while it runs, by its name in a definition: as {@link
   * TimerControl#setInterval} and its like.
   *
   * @param attribute {@code interval}, {@code ntasks} or {@code nslices}
   * @throws TimerFaultException as {@link #timer}, and 400 for an unknown attribute or a bad value
   */
  public void set(String name, String attribute, String value) {
    TimerControl timer = find(name);
    switch (attribute) {
      case "interval" -> timer.setInterval(value);
      case "ntasks" -> timer.setNtasks(value);
      case "nslices" -> timer.setNslices(value);
      default ->
          throw new TimerFaultException(
              400,
              "Invalid value: attribute '" + attribute + "' is not interval, ntasks or nslices");
    }
  }

  /**
   * Stops all timers for good: no new tick begins, each worker that has begun and not ended runs
   * its end route, and when this returns none of their routes begins any more.
   *
   * @param exitTimeout how long to wait for running routes; 0 means without limit. After that the
   *     workers' own threads are interrupted.
   * @return the workers that did not finish in time, as {@code timer/worker}
   */
  public List<String> stop(Duration exitTimeout) {
    List<LiveTimer> all;
    synchronized (lock) {
      stopped = true;
      all = new ArrayList<>(timers.values());
      all.addAll(leaving);
    }
    List<LiveTimer.Unit> units = all.stream().flatMap(timer -> timer.units().stream()).toList();
    units.forEach(LiveTimer.Unit::stop);
    awaitFinished(units, exitTimeout);
    List<String> cut = new ArrayList<>();
    for (LiveTimer.Unit unit : units) {
      if (unit.cut()) {
        TimerContext context = unit.worker().context();
        cut.add(context.name() + '/' + context.worker());
      }
    }
    if (!cut.isEmpty()) {
      TimerLog.LOG.cutAtStop(String.join(", ", cut));
    }
    return cut;
  }

  private static void awaitFinished(List<LiveTimer.Unit> units, Duration exitTimeout) {
    long begin = System.nanoTime();
    try {
      for (LiveTimer.Unit unit : units) {
        if (exitTimeout.isZero()) {
          unit.worker().finished().await();
        } else {
          long left = exitTimeout.toNanos() - (System.nanoTime() - begin);
          if (!unit.worker().finished().await(left, TimeUnit.NANOSECONDS)) {
            return;
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public List<TimerControl> list() {
    return List.copyOf(timers.values());
  }

  @Override
  public TimerControl timer(String name) {
    return find(name);
  }

  private LiveTimer find(String name) {
    if (name.isEmpty()) {
      throw new TimerFaultException(400, "Invalid timer name");
    }
    LiveTimer timer = timers.get(name);
    if (timer == null) {
      throw new TimerFaultException(404, "Could not find timer " + name);
    }
    return timer;
  }
}
