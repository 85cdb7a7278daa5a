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
          "The timers wait for the SIP servlets %s, which have routes; a servlet without"
              + " load-on-startup comes to be with its first request only")
  void waitingForServlets(String classes);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 1805, value = "All route timers have ended")
  void stopped();

  @LogMessage(level = Logger.Level.ERROR)
  @Message(
      id = 1807,
      value =
          "%s: route %s was not found at deployment, because CDI does not look at its class; give"
              + " the archive a beans.xml with bean-discovery-mode=\"all\", or the servlet the"
              + " annotation @Dependent")
  void routeNotSeen(String position, String route);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(
      id = 1808,
      value = "The server's variables could not be read; they will be looked at again")
  void variablesUnread(@Cause Exception cause);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 1850, value = "Nobody can log in: the server variable %s names no file of users")
  void noUsers(String variable);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 1851, value = "Nobody can log in: the file of users %s cannot be read: %s")
  void usersUnread(String file, String why);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 1840, value = "What the console shows could not be brought up to date")
  void lookFailed(@Cause RuntimeException cause);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 1841, value = "The variable %s: %s; %s holds instead")
  void badLongestRun(String variable, String why, String standard);

  /** At the level of warnings, so that the default of debug shows what was asked for. */
  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 1809, value = "%s")
  void verbose(String line);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 1820, value = "Server id %d, application %s: %s")
  void instance(int serverId, String application, String description);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 1821, value = "The server listens on %s")
  void listening(String sockets);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 1822,
      value =
          "listen: the server does not listen on %s; start it by ./run, or with the files that"
              + " ./run --generate writes")
  void notListening(String socket);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 1823,
      value =
          "%s=%s, but the server's variable %s is %s and should be %d; start it by ./run, or with"
              + " the files that ./run --generate writes")
  void otherServer(String parameter, String value, String variable, String actual, int wanted);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 1824, value = "rundir: runtime files are kept in %s")
  void rundir(String folder);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 1825,
      value = "%s=%s has no effect: the server has no data source %s for the state store")
  void noDataSource(String parameter, String value, String dataSource);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 1830, value = "The event loop still runs after %d s: something in it does not end")
  void loopStillRuns(int seconds);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 1829, value = "The state store is in the data source %s")
  void stateStore(String dataSource);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 1826,
      value = "user, group and chroot are not compared: the platform does not tell them (%s)")
  void identityUnknown(String reason);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 1827, value = "auto_aliases: the system does not tell its addresses (%s)")
  void addressesUnknown(String reason);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 1828, value = "%d lines of the log were lost on their way to syslog or log engine")
  void linesLost(long lines);
}
