package org.escapement.timer;

import org.escapement.clock.ClockId;
import org.escapement.text.Position;
import org.jspecify.annotations.Nullable;

/**
 * What a timer is defined as. All values are within their ranges.
 *
 * @param name not empty, unique among the timers
 * @param nworkers at least 1
 * @param ntasks 0 to 4294967295
 * @param nslices 1 to 4294967295
 * @param accuracy how late a tick may be
 * @param autostart whether the workers begin at deployment; if not, they wait paused
 * @param start name of the start route, if any
 * @param loop name of the loop route
 * @param end name of the end route, if any
 * @param position where the timer is defined
 */
public record TimerDefinition(
    String name,
    TimerType type,
    Interval interval,
    int nworkers,
    long ntasks,
    long nslices,
    Interval accuracy,
    MissedPolicy missed,
    ClockId clock,
    ExecutorKind executor,
    boolean autostart,
    @Nullable String start,
    String loop,
    @Nullable String end,
    Position position) {

  /** This definition with the values that may be set while the timer runs. */
  TimerDefinition with(Interval newInterval, long newNtasks, long newNslices) {
    return new TimerDefinition(
        name,
        type,
        newInterval,
        nworkers,
        newNtasks,
        newNslices,
        accuracy,
        missed,
        clock,
        executor,
        autostart,
        start,
        loop,
        end,
        position);
  }
}
