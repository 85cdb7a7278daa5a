package org.escapement.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The server as a child process: its output is passed on without stack traces (they are in its
 * log), its failures are noticed.
 */
final class ServerProcess {

  /** Liberty's messages for an application or a feature that cannot start. */
  private static final Pattern FATAL =
      Pattern.compile("CWWKZ0002E|CWWKZ0004E|CWWKZ0014W|CWWKF0001E|CWWKE0005E");

  /** Liberty's own report of a deployment that we have reported in our words. */
  private static final Pattern STACK =
      Pattern.compile("^\\s+at |^\\s*\\.\\.\\. \\d+ more|^\\s*Caused by: |^\\s+\\.\\.\\. ");

  private final Process process;
  private volatile boolean failed;

  private ServerProcess(Process process) {
    this.process = process;
  }

  /**
   * Starts the server.
   *
   * @param out where its output goes
   * @throws LaunchException if it cannot be started
   */
  static ServerProcess start(ServerDirectory directory, PrintStream out) {
    Path script = directory.installation().resolve("bin/server");
    ProcessBuilder builder =
        new ProcessBuilder(script.toString(), "run", ServerDirectory.SERVER)
            .redirectErrorStream(true);
    builder.environment().put("WLP_USER_DIR", directory.user().toString());
    builder.environment().put("LOG_DIR", directory.logs().toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    try {
      ServerProcess server = new ServerProcess(builder.start());
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
        } else if (!line.isBlank() && !STACK.matcher(line).find()) {
          out.println(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
   * Asks the server to end in order, and ends it at once when it has not by then. Does nothing when
   * it has ended.
   */
  void stop(Duration limit) {
    process.destroy();
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
