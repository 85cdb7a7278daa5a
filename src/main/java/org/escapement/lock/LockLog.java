package org.escapement.lock;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What this package tells operators. */
@MessageLogger(projectCode = "ESC")
interface LockLog {

  LockLog LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), LockLog.class, "org.escapement.lock");

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 2520,
      value =
          "Route %s has ended with %d locks held; they are given back: unlock them in the route")
  void leftBehind(String route, int locks);
}
