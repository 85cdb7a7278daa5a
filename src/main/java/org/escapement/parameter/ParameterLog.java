package org.escapement.parameter;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What this package tells operators. */
@MessageLogger(projectCode = "ESC")
interface ParameterLog {

  ParameterLog LOG =
      Logger.getMessageLogger(
          MethodHandles.lookup(), ParameterLog.class, "org.escapement.parameter");

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 1900, value = "%s changed from '%s' to '%s' (%s)")
  void changed(Parameter parameter, String before, String after, Origin origin);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 1901, value = "An observer of %s failed; the new value holds all the same")
  void observerFailed(Parameter parameter, @Cause Exception cause);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 1902, value = "The old value of %s holds: %s")
  void refused(Parameter parameter, String problem);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 1903,
      value =
          "%s is set by %s, but it cannot change while the server runs; it will with the next"
              + " start")
  void nextStart(Parameter parameter, Origin origin);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 1904, value = "The change of %s has no effect here. %s")
  void changedInVain(Parameter parameter, String why);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 1905,
      value =
          "The server is told of %s when it starts and cannot be told again: until the next start"
              + " by ./run it keeps to '%s'")
  void serverKeeps(Parameter parameter, String before);
}
