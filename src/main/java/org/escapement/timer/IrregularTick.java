package org.escapement.timer;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.EventType;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/**
 * The Flight Recorder's event of a tick that came later than its timer's accuracy, or ran past due
 * times. Off unless a recording turns it on; then each such tick allocates one.
 */
@Name("org.escapement.IrregularTick")
@Label("Irregular Tick")
@Description("A tick of a route timer that was late or overran")
@Category("Escapement")
@Enabled(false)
@StackTrace(false)
final class IrregularTick extends Event {

  private static final EventType TYPE = EventType.getEventType(IrregularTick.class);

  @Label("Timer")
  private final String timer;

  @Label("Worker")
  private final int worker;

  @Label("Lateness")
  @Timespan(Timespan.NANOSECONDS)
  private final long lateness;

  @Label("Run Time")
  @Timespan(Timespan.NANOSECONDS)
  private final long runTime;

  @Label("Due Times Missed")
  private final long missed;

  IrregularTick(String timer, int worker, long latenessNanos, long runNanos, long missed) {
    this.timer = timer;
    this.worker = worker;
    this.lateness = latenessNanos;
    this.runTime = runNanos;
    this.missed = missed;
  }

  /** Whether a recording wants these events. Allocates nothing. */
  static boolean wanted() {
    return TYPE.isEnabled();
  }

  @Override
  public String toString() {
    return timer
        + '/'
        + worker
        + ": "
        + lateness
        + " ns late, ran "
        + runTime
        + " ns, missed "
        + missed;
  }
}
