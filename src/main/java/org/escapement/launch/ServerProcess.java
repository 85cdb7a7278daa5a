package org.escapement.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The server as a child process: its warnings and errors are passed on without stack traces (they
 * are in its log), its failures are noticed, and it is stopped in order.
 */
final class ServerProcess {

  /** Liberty's messages for an application, a feature or a kernel that cannot start. */
  private static final Pattern FATAL =
      Pattern.compile("CWWKZ0002E|CWWKZ0004E|CWWKZ0014W|CWWKF0001E|CWWKE0005E");

  private static final Pattern APPLICATION_STOPPED = Pattern.compile("CWWKZ0009I|CWWKZ0010I");

  /** What an operator need not see: progress, and the lines of stack traces. */
  private static final Pattern QUIET =
      Pattern.compile(
          "^\\[AUDIT|^Launching |^\\s+at |^\\s*Caused by: |^\\s*\\.\\.\\. \\d+ more|^\\s*\\.\\.\\. *$|^\\s*$");

  private final ServerDirectory directory;
  private final Process process;
  private final CountDownLatch applicationStopped = new CountDownLatch(1);
  private volatile boolean failed;

  private ServerProcess(ServerDirectory directory, Process process) {
    this.directory = directory;
    this.process = process;
  }

  /**
   * Starts the server. A Ctrl-C of the terminal reaches only this process, which then stops the
   * server in order.
   *
   * @param out where its output goes
   * @throws LaunchException if it cannot be started
   */
  static ServerProcess start(ServerDirectory directory, PrintStream out) {
    Path script = directory.installation().resolve("bin/server");
    ProcessBuilder builder =
        new ProcessBuilder(
                "sh",
                "-c",
                "trap '' INT; exec \"$0\" \"$@\"",
                script.toString(),
                "run",
                ServerDirectory.SERVER)
            .redirectErrorStream(true);
    builder.environment().put("WLP_USER_DIR", directory.user().toString());
    builder.environment().put("LOG_DIR", directory.logs().toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    try {
      ServerProcess server = new ServerProcess(directory, builder.start());
      Thread reader = new Thread(() -> server.passOn(out), "server output");
      reader.setDaemon(true);
      reader.start();
      return server;
    } catch (IOException e) {
      throw new LaunchException("cannot run " + script + ": " + e.getMessage());
    }
  }

  private void passOn(PrintStream out) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (FATAL.matcher(line).find()) {
          failed = true;
        } else if (APPLICATION_STOPPED.matcher(line).find()) {
          applicationStopped.countDown();
        } else if (!QUIET.matcher(line).find()) {
          out.println(line);
        }
      }
    } catch (IOException e) {
      // The stream is closed under the reader when the server is ended: there is nothing more to
      // pass on.
    } finally {
      applicationStopped.countDown();
    }
  }

  /** Whether it can no longer come up. */
  boolean failed() {
    return failed || !process.isAlive();
  }

  int awaitExit() throws InterruptedException {
    return process.waitFor();
  }

  /**
   * Stops the application, then the server, and ends the server at once when it has not ended by
   * then. Does nothing when it has ended.
   *
   * @param limit for each of the two
   */
  void stop(Duration limit) {
    try {
      if (process.isAlive() && !failed) {
        directory.removeApplication();
        boolean unused = applicationStopped.await(limit.toMillis(), TimeUnit.MILLISECONDS);
      }
      process.destroy();
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroy();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
