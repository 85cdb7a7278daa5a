package org.escapement.variable;

import java.util.function.LongSupplier;
import javax.servlet.sip.SipServletMessage;
import org.escapement.timer.TimerContext;
import org.jspecify.annotations.Nullable;

/** The context of a message or of a timer's worker. The latter may keep it for all of its runs. */
final class RunContext implements VariableContext {

  private static final long NOT_ASKED = Long.MIN_VALUE;

  private final @Nullable SipServletMessage message;
  private final @Nullable TimerContext timer;
  private final WorkerStore worker;
  private final LongSupplier epochMicros;
  private long runMicros = NOT_ASKED;
  private long due;

  RunContext(
      @Nullable SipServletMessage message,
      @Nullable TimerContext timer,
      WorkerStore worker,
      LongSupplier epochMicros) {
    this.message = message;
    this.timer = timer;
    this.worker = worker;
    this.epochMicros = epochMicros;
  }

  @Override
  public @Nullable SipServletMessage message() {
    return message;
  }

  @Override
  public @Nullable TimerContext timer() {
    return timer;
  }

  @Override
  public WorkerStore worker() {
    return worker;
  }

  @Override
  public long nowMicros() {
    return epochMicros.getAsLong();
  }

  /** Of a timer, each tick is a run of its own. */
  @Override
  public long runMicros() {
    boolean nextTick = timer != null && timer.dueNanos() != due;
    if (runMicros == NOT_ASKED || nextTick) {
      runMicros = nowMicros();
      due = timer == null ? 0 : timer.dueNanos();
    }
    return runMicros;
  }
}
