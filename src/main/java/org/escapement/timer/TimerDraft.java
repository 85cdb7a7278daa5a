package org.escapement.timer;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.escapement.clock.ClockId;
import org.escapement.text.Nearest;
import org.escapement.text.Position;
import org.escapement.text.Problems;
import org.escapement.timer.TimerStatus.State;
import org.jspecify.annotations.Nullable;

/**
 * A timer that is being defined, by a configuration file or by an annotation. Every value is
 * checked when it is given, and what is wrong with it is reported at its position; what is not
 * given has its default.
 *
 * <p>Not thread-safe.
 */
public final class TimerDraft {

  /** The most workers of one timer: each is a thread, or has its share of one, in a single JVM. */
  public static final int MOST_WORKERS = 1024;

  private static final Interval DEFAULT_ACCURACY = Interval.parse("50us");

  private final String name;
  private final Position position;
  private final Problems problems;
  private final Map<State, RouteUse> routes = new EnumMap<>(State.class);

  private TimerType type;
  private Interval interval;
  private int nworkers;
  private long ntasks = 0;
  private long nslices = 1;
  private Interval accuracy = DEFAULT_ACCURACY;
  private MissedPolicy missed = MissedPolicy.REBASE;
  private ClockId clock = ClockId.MONOTONIC;
  private ExecutorKind executor = ExecutorKind.AUTO;
  private boolean autostart = true;

  TimerDraft(
      String name,
      Position position,
      Problems problems,
      TimerType type,
      Interval interval,
      int nworkers) {
    this.name = name;
    this.position = position;
    this.problems = problems;
    this.type = type;
    this.interval = interval;
    this.nworkers = nworkers;
  }

  public String name() {
    return name;
  }

  public Position position() {
    return position;
  }

  public TimerDraft type(TimerType value) {
    type = value;
    return this;
  }

  /**
   * Sets the interval.
   *
   * @param text as {@link Interval#parse} reads it
   */
  public TimerDraft interval(String text, Position at) {
    interval = Reading.interval("interval", text, at, problems).orElse(interval);
    return this;
  }

  /**
   * Sets the number of workers.
   *
   * @param value 1 to {@value #MOST_WORKERS}
   */
  public TimerDraft nworkers(long value, Position at) {
    nworkers = (int) Reading.workers("nworkers", value, at, problems).orElse(nworkers);
    return this;
  }

  /**
   * Sets the tasks of one round.
   *
   * @param value 0 to 4294967295
   */
  public TimerDraft ntasks(long value, Position at) {
    ntasks = Reading.number("ntasks", value, 0, at, problems).orElse(ntasks);
    return this;
  }

  /**
   * Sets the slices of one round.
   *
   * @param value 1 to 4294967295
   */
  public TimerDraft nslices(long value, Position at) {
    nslices = Reading.number("nslices", value, 1, at, problems).orElse(nslices);
    return this;
  }

  /**
   * Sets how late a tick may be.
   *
   * @param text as {@link Interval#parse} reads it
   */
  public TimerDraft accuracy(String text, Position at) {
    accuracy = Reading.interval("accuracy", text, at, problems).orElse(accuracy);
    return this;
  }

  public TimerDraft missed(MissedPolicy value) {
    missed = value;
    return this;
  }

  /**
   * Sets the clock; the two ALARM clocks are refused, since no JVM can wake a suspended machine.
   */
  public TimerDraft clock(ClockId value, Position at) {
    if (value == ClockId.REALTIME_ALARM || value == ClockId.BOOTTIME_ALARM) {
      problems.add(
          at,
          "clock " + value.name().toLowerCase(Locale.ROOT) + " cannot wake a timer in a JVM",
          "use monotonic, realtime or boottime");
    } else {
      clock = value;
    }
    return this;
  }

  public TimerDraft executor(ExecutorKind value) {
    executor = value;
    return this;
  }

  public TimerDraft autostart(boolean value) {
    autostart = value;
    return this;
  }

  public TimerDraft start(String route, Position at) {
    return route(State.START, route, at);
  }

  public TimerDraft loop(String route, Position at) {
    return route(State.LOOP, route, at);
  }

  public TimerDraft end(String route, Position at) {
    return route(State.END, route, at);
  }

  TimerDraft route(State kind, String route, Position at) {
    String what = kind.name().toLowerCase(Locale.ROOT);
    RouteUse first = routes.get(kind);
    if (route.isEmpty()) {
      problems.add(at, "timer '" + name + "' has a " + what + " route without name", "name it");
    } else if (first != null) {
      problems.add(
          at,
          "timer '" + name + "' has a second " + what + " route '" + route + "'",
          "keep one; the first is '" + first.name() + "' at " + first.position());
    } else {
      routes.put(kind, new RouteUse(route, at));
    }
    return this;
  }

  void checkRoutes(Collection<String> known, Problems found) {
    for (RouteUse route : routes.values()) {
      if (!known.contains(route.name())) {
        found.add(
            route.position(),
            "timer '" + name + "' names the route '" + route.name() + "', which does not exist",
            Nearest.advice("route", route.name(), known));
      }
    }
  }

  /** The definition; nothing, and a problem, if there is no loop route. */
  Optional<TimerDefinition> build() {
    RouteUse loop = routes.get(State.LOOP);
    if (loop == null) {
      problems.add(
          position,
          "timer '" + name + "' has no loop route",
          "give it one: modparam(\"ptimer\", \"loop\", \"timer=" + name + ";route=NAME\")");
      return Optional.empty();
    }
    return Optional.of(
        new TimerDefinition(
            name,
            type,
            interval,
            nworkers,
            ntasks,
            nslices,
            accuracy,
            missed,
            clock,
            executor,
            autostart,
            routeName(State.START),
            loop.name(),
            routeName(State.END),
            position));
  }

  private @Nullable String routeName(State kind) {
    RouteUse route = routes.get(kind);
    return route == null ? null : route.name();
  }
}
