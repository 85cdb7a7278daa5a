package org.escapement.statistic;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What this package tells operators. */
@MessageLogger(projectCode = "ESC")
interface StatisticLog {

  StatisticLog LOG =
      Logger.getMessageLogger(
          MethodHandles.lookup(), StatisticLog.class, "org.escapement.statistic");

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 2500, value = "The statistic %s:%s cannot be read and shows 0 while that lasts")
  void gaugeFailed(String group, String name, @Cause RuntimeException cause);
}
