package org.escapement.command;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What this package tells operators. */
@MessageLogger(projectCode = "ESC")
interface CommandLog {

  CommandLog LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), CommandLog.class, "org.escapement.command");

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 1650, value = "The command %s failed by a defect and was answered with 500")
  void defect(String command, @Cause RuntimeException cause);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 1651, value = "A listener failed at the command %s, which was answered")
  void listenerFailed(String command, @Cause RuntimeException cause);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 1652, value = "audit: %s from %s: %s: %d %s")
  void audited(String user, String origin, String call, int code, String text);
}
