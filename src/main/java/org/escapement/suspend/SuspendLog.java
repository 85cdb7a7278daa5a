package org.escapement.suspend;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What this package tells operators. */
@MessageLogger(projectCode = "ESC")
interface SuspendLog {

  SuspendLog LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), SuspendLog.class, "org.escapement.suspend");

  @LogMessage(level = Logger.Level.DEBUG)
  @Message(id = 2310, value = "Suspended request %s was gone before it could be answered with %d")
  void notAnswered(String callId, int status, @Cause Exception cause);
}
