package org.escapement.module;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What this package tells operators. */
@MessageLogger(projectCode = "ESC")
interface ModuleLog {

  ModuleLog LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), ModuleLog.class, "org.escapement.module");

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 1500, value = "Module %s failed to end")
  void destroyFailed(String module, @Cause Exception cause);
}
