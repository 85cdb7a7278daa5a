package org.escapement.clock;

import static org.jboss.logging.Logger.Level.ERROR;
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
@ValidIdRange(min = 1000, max = 1099)
interface ClockLog extends BasicLogger {

  ClockLog LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), ClockLog.class, "org.escapement.clock");

  @LogMessage(level = INFO)
  @Message(
      id = 1000,
      value =
          "The timer slack of thread %s stays as it is: %s. Waits that do not spin may end about 50"
              + " µs later; no action is needed unless ticks must be more precise than that.")
  void timerSlackUnchanged(String thread, String reason);

  @LogMessage(level = WARN)
  @Message(
      id = 1001,
      value =
          "Precise waiting has used up its CPU budget of %s cores: until it recovers, waits sleep to"
              + " their end and ticks may be about 100 µs late. Raise the budget, lengthen the"
              + " intervals or allow the timers more lateness. This is reported once.")
  void spinBudgetExhausted(double cores);

  @LogMessage(level = INFO)
  @Message(
      id = 1002,
      value =
          "The C library's clock_gettime is out of reach (%s): REALTIME advances in steps of a"
              + " millisecond, and BOOTTIME is not available.")
  void noNativeClocks(String reason);

  @LogMessage(level = ERROR)
  @Message(
      id = 1003,
      value =
          "The handler of time source '%s' (%s, due at %d µs) of event loop '%s' failed; the source"
              + " is switched off. Correct the handler, then enable the source again.")
  void handlerFailed(String source, ClockId clock, long micros, String loop, @Cause Throwable e);

  @LogMessage(level = ERROR)
  @Message(
      id = 1004,
      value =
          "The handler of time source '%s' (%s, due at %d µs) of event loop '%s' returned %d; the"
              + " source is switched off. A result below 0 asks for that.")
  void handlerRefused(String source, ClockId clock, long micros, String loop, int result);

  @LogMessage(level = ERROR)
  @Message(
      id = 1005,
      value =
          "The action of an alarm (%s) on event loop '%s' failed; it will run again when it is armed"
              + " again.")
  void alarmFailed(ClockId clock, String loop, @Cause Throwable e);
}
