package org.escapement.queue;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What this package tells operators. */
@MessageLogger(projectCode = "ESC")
interface QueueLog {

  QueueLog LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), QueueLog.class, "org.escapement.queue");

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 2510,
      value =
          "mqueue: %s has no effect: there is no database here, so queues are empty after a start;"
              + " keep what must survive a restart in the application's own database, or remove the"
              + " setting")
  void noDatabase(String setting);
}
