package org.escapement.message;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jspecify.annotations.Nullable;

/** What this package tells operators. */
@MessageLogger(projectCode = "ESC")
interface MessageLog {

  MessageLog LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), MessageLog.class, "org.escapement.message");

  @LogMessage(level = Logger.Level.DEBUG)
  @Message(
      id = 1300,
      value =
          "The container keeps its own Call-ID %s for the synthetic request of timer %s, worker %d: %s")
  void callIdIsTheContainers(String callId, String timer, int worker, @Nullable String cause);
}
