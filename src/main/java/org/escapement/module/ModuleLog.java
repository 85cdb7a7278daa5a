package org.escapement.module;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What this package tells operators. */
@MessageLogger(projectCode = "ESC")
interface ModuleLog {

  ModuleLog LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), ModuleLog.class, "org.escapement.module");

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 1500, value = "Module %s failed to end")
  void destroyFailed(String module, @Cause Throwable cause);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 1501, value = "Worker %s, rank %s, has ended by an exception")
  void workerFailed(String name, String rank, @Cause Throwable cause);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 1502,
      value =
          "Worker one, %s, was not initialised within %d ms; the others are started all the same")
  void workerOneLate(String name, long millis);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 1503, value = "A worker that was added runs though a module could not prepare it")
  void lateWorkerNotInitialised(@Cause Throwable cause);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 1504,
      value = "Worker %s, rank %s, was interrupted and has not ended; its thread stays behind")
  void workerStays(String name, String rank);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 1505, value = "A task of the thread that route timers share has failed")
  void taskFailed(@Cause Throwable cause);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 1506, value = "The archive of %s stays open")
  void archiveStaysOpen(String module, @Cause IOException cause);
}
