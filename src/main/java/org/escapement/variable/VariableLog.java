package org.escapement.variable;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What this package tells operators. */
@MessageLogger(projectCode = "ESC")
interface VariableLog {

  VariableLog LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), VariableLog.class, "org.escapement.variable");

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 2200,
      value =
          "%s: %s has no value, because reading it failed: %s (further failures are not logged)")
  void notRead(String position, String variable, String why, @Cause RuntimeException cause);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 2201,
      value =
          "The cache of texts with pseudo-variables is full: pv_cache_limit = %d; further texts are"
              + " read at each use. Raise the limit, or set pv_cache_action to 1")
  void cacheFull(int limit);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 2202,
      value =
          "The cache of texts with pseudo-variables is full: pv_cache_limit = %d; the least used ones"
              + " are dropped. A limit above what the application uses saves reading them again")
  void cacheDrops(int limit);
}
