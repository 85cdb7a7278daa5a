package org.escapement.variable;

import javax.servlet.sip.SipServletMessage;
import org.escapement.timer.TimerContext;
import org.jspecify.annotations.Nullable;

/**
 * What pseudo-variables read from: the run of a route. Used by one thread at a time; a variable
 * does not keep it.
 */
public interface VariableContext {

  /** The message that is handled, or null when there is none. */
  @Nullable SipServletMessage message();

  /** The timer whose route runs, or null outside of such routes. */
  @Nullable TimerContext timer();

  /** What belongs to the worker that runs. */
  WorkerStore worker();

  /** The present time, in microseconds since 1970. */
  long nowMicros();

  /** The time at which this run first asked for the time, in microseconds since 1970. */
  long runMicros();
}
