package org.escapement.module;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.escapement.module.ProcessStatus.State;
import org.jspecify.annotations.Nullable;

/**
 * All workers in the order of starting: those that run, and the last {@value #MOST_ENDED} that have
 * ended. Thread-safe.
 */
public final class ProcessTable {

  static final int MOST_ENDED = 64;

  private final List<WorkerProcess> live = new ArrayList<>();
  private final Deque<ProcessStatus> ended = new ArrayDeque<>();
  private int next = 1;
  private @Nullable ProcessStatus main;

  /** The place of the next worker. */
  synchronized int nextOrder() {
    return next++;
  }

  /**
   * Notes the main thread, which is the server's again after the start.
   *
   * @param cpu what the start has used of it
   */
  synchronized void main(Duration cpu) {
    ProcessStatus before = main;
    main =
        new ProcessStatus(
            0,
            ProcessHandle.current().pid(),
            Rank.PROC_MAIN,
            "main",
            before == null ? Instant.now() : before.started(),
            State.RUNNING,
            cpu);
  }

  synchronized void add(WorkerProcess process) {
    live.add(process);
  }

  /** The worker runs no more. */
  synchronized void remove(WorkerProcess process) {
    if (live.remove(process)) {
      if (ended.size() == MOST_ENDED) {
        ended.removeFirst();
      }
      ended.addLast(process.status());
    }
  }

  /** The workers that have not ended. */
  synchronized List<WorkerProcess> live() {
    return List.copyOf(live);
  }

  /** All of them, by order. */
  public List<ProcessStatus> list() {
    List<ProcessStatus> all;
    List<WorkerProcess> running;
    synchronized (this) {
      all = new ArrayList<>(ended);
      if (main != null) {
        all.add(main);
      }
      running = List.copyOf(live);
    }
    running.forEach(process -> all.add(process.status()));
    all.sort((a, b) -> Integer.compare(a.order(), b.order()));
    return all;
  }
}
