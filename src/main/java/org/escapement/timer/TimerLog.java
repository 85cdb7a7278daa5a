package org.escapement.timer;

import static org.jboss.logging.Logger.Level.ERROR;
import static org.jboss.logging.Logger.Level.FATAL;
import static org.jboss.logging.Logger.Level.INFO;
import static org.jboss.logging.Logger.Level.WARN;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What this package tells the operator. */
@MessageLogger(projectCode = "ESC")
@ValidIdRange(min = 1100, max = 1199)
interface TimerLog extends BasicLogger {

  TimerLog LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), TimerLog.class, "org.escapement.timer");

  @LogMessage(level = ERROR)
  @Message(
      id = 1100,
      value =
          "The %2$s route %3$s of timer %1$s failed in worker %4$d. The worker goes on; correct the"
              + " route.")
  void routeFailed(
      String timer, TimerStatus.State kind, String route, int worker, @Cause Throwable e);

  @LogMessage(level = FATAL)
  @Message(
      id = 1101,
      value =
          "ALARM: %4$s in the %2$s route %3$s of timer %1$s, worker %5$d. The worker goes on, but"
              + " the JVM or the deployment may be damaged: look at the error logged before this,"
              + " and consider a restart.")
  void routeRaisedError(
      String timer, TimerStatus.State kind, String route, String error, int worker);

  @LogMessage(level = ERROR)
  @Message(
      id = 1102,
      value =
          "The state of timer %s, worker %d, was not dropped cleanly after its run. The worker goes"
              + " on.")
  void closeFailed(String timer, int worker, @Cause Throwable e);

  @LogMessage(level = WARN)
  @Message(
      id = 1103,
      value =
          "Timer %s with %d workers shares the event loop, because %d workers have threads of their"
              + " own already and %d may. Its ticks can be later than those of others: say"
              + " executor=dedicated or raise the bound if that matters, else say executor=shared."
              + " This is reported once.")
  void autoFallsToShared(String timer, int nworkers, int dedicated, int bound);

  @LogMessage(level = WARN)
  @Message(
      id = 1104,
      value =
          "Stopping took longer than exit_timeout: %s did not finish and may have left work"
              + " undone. Make their routes shorter or exit_timeout longer.")
  void cutAtStop(String workers);

  @LogMessage(level = INFO)
  @Message(id = 1105, value = "Timer %s started: type %s, every %s, %d workers, executor %s.")
  void started(String timer, TimerType type, Interval interval, int nworkers, ExecutorKind kind);

  @LogMessage(level = INFO)
  @Message(id = 1106, value = "Timer %s is removed; its workers run their end route.")
  void removed(String timer);

  @LogMessage(level = ERROR)
  @Message(
      id = 1107,
      value =
          "The executor refused a step of timer %s, worker %d; it is tried again every %d ms. The"
              + " executor is shut down or its queue is full: give it room for all shared workers."
              + " This is reported once for each worker.")
  void stepRefused(String timer, int worker, long retryMillis, @Cause Throwable e);

  @LogMessage(level = INFO)
  @Message(id = 1108, value = "Timer %s: %s is %s from the next tick of each worker on.")
  void changed(String timer, String attribute, String value);
}
