package org.escapement.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A process that we started, and end: at the latest when this JVM ends. */
public final class ChildProcess implements AutoCloseable {

  private static final int STOP_LIMIT_SECONDS = 60;

  private final Process process;
  private final Path log;

  private ChildProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts it.
   *
   * @param log where its output goes
   */
  public static ChildProcess start(ProcessBuilder builder, Path log) throws IOException {
    Files.createDirectories(log.getParent());
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    ChildProcess child = new ChildProcess(process, log);
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "end child"));
    return child;
  }

  /**
   * Checks that it has not ended.
   *
   * @throws IOException if it has, naming its log
   */
  public void requireAlive() throws IOException {
    if (!process.isAlive()) {
      throw new IOException("a process has ended early; see " + log);
    }
  }

  /** Where its output goes. */
  public Path log() {
    return log;
  }

  /** Whether it has written this. */
  public boolean hasSaid(String text) throws IOException {
    return Files.readString(log).contains(text);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
