package org.escapement.system;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What this package tells operators. */
@MessageLogger(projectCode = "ESC")
interface SystemLog {

  SystemLog LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), SystemLog.class, "org.escapement.system");

  @LogMessage(level = Logger.Level.INFO)
  @Message(
      id = 2020,
      value = "open_files_limit: the soft limit of open files was raised from %s to %s")
  void openFilesRaised(String from, String to);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 2021,
      value =
          "open_files_limit=%d is past the hard limit: the process may open %s files, and %s at"
              + " most; raise the hard limit where the server is started (ulimit -Hn, LimitNOFILE)")
  void openFilesBeyondHardLimit(long wanted, String soft, String hard);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 2022, value = "%s has no effect on this platform: %s")
  void unreachable(String parameter, String reason);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 2023, value = "mlock_pages: the pages of the process are locked in memory")
  void memoryLocked();

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 2024,
      value =
          "mlock_pages: the system refused to lock the process in memory (error %d); the limit of"
              + " locked memory is %s bytes, %s at most; raise it where the server is started"
              + " (ulimit -Hl, LimitMEMLOCK) or grant CAP_IPC_LOCK")
  void memoryNotLocked(int error, String soft, String hard);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 2025, value = "disable_core_dump: this process leaves no core dump")
  void noCoreDump();

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 2026,
      value = "disable_core_dump: the system refused; the limit of core dumps is %s bytes")
  void coreDumpRefused(String soft);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 2027,
      value =
          "%s is %s, but the process runs as %s; a JVM cannot change that, so start the server as"
              + " %s")
  void otherIdentity(String parameter, String wanted, String actual, String wantedAgain);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 2028,
      value =
          "chroot is %s, but the root of the process is another folder; a JVM cannot change its"
              + " root, so start the server by chroot(1)")
  void otherRoot(String wanted);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 2029,
      value =
          "%s=%s, but this server runs with %s; start it by ./run, or with the jvm.options that"
              + " ./run --generate writes")
  void otherJvm(String parameter, String wanted, String actual);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 2030,
      value =
          "ip_free_bind is on, but the kernel lets nobody bind to addresses that the host does not"
              + " have: %s is %s; set it to 1 (sysctl -w %s=1)")
  void noFreeBind(String file, String value, String name);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 2031, value = "auto_aliases: %s is myself, too, as the name of %s")
  void aliasFound(String name, String address);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 2032,
      value =
          "auto_aliases: the name service did not answer within %d ms for %s; turn auto_aliases"
              + " off, or name the aliases")
  void namesTooSlow(long millis, String addresses);
}
