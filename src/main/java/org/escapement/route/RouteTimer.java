package org.escapement.route;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.escapement.clock.ClockId;
import org.escapement.timer.ExecutorKind;
import org.escapement.timer.MissedPolicy;
import org.escapement.timer.TimerType;

/**
 * Defines a timer without a configuration file: on a class, naming its routes, or on a {@link
 * Route} method, which is then the loop route.
 *
 * <p>Ranges, defaults and errors are those of {@code modparam("ptimer", "timer", …)}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Repeatable(RouteTimer.List.class)
public @interface RouteTimer {

  /** Unique among the timers of annotations and configuration. */
  String name();

  TimerType type() default TimerType.BASIC;

  /** Digits followed by {@code s}, {@code ms} or {@code us}; seconds without a suffix. */
  String interval() default "1s";

  /** At least 1. */
  int nworkers() default 1;

  /** Tasks of a round, 0 to 4294967295. */
  long ntasks() default 0;

  /** Slices of a round, 1 to 4294967295. */
  long nslices() default 1;

  /** How late a tick may be, as an interval. */
  String accuracy() default "50us";

  MissedPolicy missed() default MissedPolicy.REBASE;

  ClockId clock() default ClockId.MONOTONIC;

  ExecutorKind executor() default ExecutorKind.AUTO;

  /** Whether the workers begin at deployment; if not, they wait paused. */
  boolean autostart() default true;

  /** Name of the start route; empty for none. */
  String start() default "";

  /** Name of the loop route; may be left out on a {@link Route} method. */
  String loop() default "";

  /** Name of the end route; empty for none. */
  String end() default "";

  /** Several timers on one class or method. */
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.TYPE, ElementType.METHOD})
  @interface List {
    RouteTimer[] value();
  }
}
