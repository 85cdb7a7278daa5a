package org.escapement.metrics;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What this package tells operators. */
@MessageLogger(projectCode = "ESC")
@ValidIdRange(min = 2400, max = 2499)
interface MetricsLog {

  MetricsLog LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), MetricsLog.class, "org.escapement.metrics");

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 2400,
      value = "The MBean %s could not be added or removed; all else goes on without it")
  void beanRefused(String name, @Cause Exception cause);
}
