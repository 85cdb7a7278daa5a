package org.escapement.timer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells the operating system's id of the calling thread. Thread-safe. */
@FunctionalInterface
public interface NativeThreadId {

  /** The native id of the calling thread, or that of the process where there is none to be had. */
  long current();

  /** The process id, whatever the thread: for platforms that do not tell. */
  static NativeThreadId ofProcess() {
    long pid = ProcessHandle.current().pid();
    return () -> pid;
  }

  /**
   * Reads Linux's {@code /proc/thread-self}, which links to {@code PID/task/TID} and differs by the
   * thread that looks; the process id on other systems. Java itself tells native ids only from
   * version 19 on, and not by a standard. Costs some microseconds: ask once per thread.
   */
  static NativeThreadId ofPlatform() {
    NativeThreadId process = ofProcess();
    return () -> {
      try {
        Path link = Files.readSymbolicLink(Path.of("/proc/thread-self"));
        return Long.parseLong(link.getFileName().toString());
      } catch (IOException | UnsupportedOperationException | NumberFormatException e) {
        return process.current();
      }
    };
  }
}
