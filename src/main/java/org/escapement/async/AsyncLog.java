package org.escapement.async;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What this package tells operators. */
@MessageLogger(projectCode = "ESC")
interface AsyncLog {

  AsyncLog LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), AsyncLog.class, "org.escapement.async");

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 2320, value = "%s is refused: %s")
  void refused(String function, String why);
}
