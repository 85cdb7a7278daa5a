package org.escapement.server;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What this package tells operators. */
@MessageLogger(projectCode = "ESC")
interface ServerLog {

  ServerLog LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), ServerLog.class, "org.escapement.server");

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 1800, value = "%s")
  void problem(String problem);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 1801, value = "%s")
  void notice(String notice);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 1802, value = "%s")
  void warning(String notice);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 1803, value = "%d route timers run")
  void started(int timers);

  @LogMessage(level = Logger.Level.INFO)
  @Message(
      id = 1804,
      value =
          "The timers wait for the SIP servlets %s, which have routes; a servlet without load-on-startup comes to be with its first"
              + " request only")
  void waitingForServlets(String classes);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 1805, value = "All route timers have ended")
  void stopped();

  @LogMessage(level = Logger.Level.ERROR)
  @Message(
      id = 1807,
      value =
          "%s: route %s was not found at deployment, because CDI does not look at its class; give the archive a beans.xml with"
              + " bean-discovery-mode=\"all\", or the servlet the annotation @Dependent")
  void routeNotSeen(String position, String route);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(
      id = 1808,
      value = "The server's variables could not be read; they will be looked at again")
  void variablesUnread(@Cause Exception cause);
}
