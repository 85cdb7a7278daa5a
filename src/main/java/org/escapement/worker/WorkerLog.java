package org.escapement.worker;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What this package tells operators. */
@MessageLogger(projectCode = "ESC")
interface WorkerLog {

  WorkerLog LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), WorkerLog.class, "org.escapement.worker");

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 2300, value = "A task of the workers of group %s has failed")
  void taskFailed(String group, @Cause Throwable cause);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 2301,
      value =
          "The queue of worker group %s is full: %d tasks wait; tasks are refused until there is room")
  void full(String group, int size);
}
