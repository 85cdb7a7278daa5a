package org.escapement.rpc;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What this package tells operators. */
@MessageLogger(projectCode = "ESC")
interface RpcLog {

  RpcLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), RpcLog.class, "org.escapement.rpc");

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 1600, value = "Commands are taken at %s")
  void listening(String address);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 1601, value = "The control socket's file %s could not be removed")
  void socketFileStays(String path, @Cause Exception cause);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 1602, value = "The control socket failed")
  void controlSocketFailed(@Cause Exception cause);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 1603, value = "A connection to the control socket was ended by a defect")
  void defect(@Cause RuntimeException cause);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 1604,
      value = "More than %d connections to the control socket: the most silent one was ended")
  void tooManyConnections(int most);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 1605,
      value =
          "There is no control socket: the run directory %s cannot be written (%s)."
              + " Set rundir, or make the directory writable for the server.")
  void noRunDirectory(String rundir, String why);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 1606,
      value =
          "The log-in of %s from %s is locked for %d s after too many wrong passwords;"
              + " attempts until then are refused unread")
  void locked(String user, String origin, long seconds);
}
