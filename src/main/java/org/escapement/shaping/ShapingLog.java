package org.escapement.shaping;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What this package tells operators. */
@MessageLogger(projectCode = "ESC")
interface ShapingLog {

  ShapingLog LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), ShapingLog.class, "org.escapement.shaping");

  @LogMessage(level = Logger.Level.INFO)
  @Message(
      id = 1700,
      value = "Queue %s passes %d calls a second to %s; at most %d wait, each up to %d ms")
  void queueReady(String queue, int rate, NextHop nextHop, int size, long maxWaitMillis);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 1701,
      value =
          "%s: queue %s gets no calls: no assign names it; add modparam(\"shaper\", \"assign\", \"queue=%s;…\")")
  void queueUnassigned(String position, String queue, String sameQueue);

  @LogMessage(level = Logger.Level.DEBUG)
  @Message(id = 1702, value = "Call %s was gone before it could be answered with %d")
  void notAnswered(String callId, int status, @Cause Exception cause);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 1703,
      value = "Call %s of queue %s could not be sent to %s and was answered with 500")
  void notSent(String callId, String queue, NextHop nextHop, @Cause Throwable cause);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 1704, value = "Queue %s is closed; %d waiting calls were answered with 503; %s")
  void queueClosed(String queue, int answered, CallCounters counters);
}
