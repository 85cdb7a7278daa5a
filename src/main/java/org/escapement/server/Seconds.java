package org.escapement.server;

import java.util.HashSet;
import java.util.Set;
import org.escapement.console.Console;
import org.escapement.console.QueuesView;
import org.escapement.metrics.Beans;
import org.escapement.metrics.Meters;
import org.escapement.metrics.TimerEvents;

/** What is done each second for those who look. Thread-safe. */
final class Seconds {

  private static final int MOST_TOLD = 20;

  private final TimerEvents events;
  private final Meters meters;
  private final Beans beans;
  private final QueuesView queues;
  private final Console console;
  private final Set<String> told = new HashSet<>();
  private boolean ended;

  Seconds(TimerEvents events, Meters meters, Beans beans, QueuesView queues, Console console) {
    this.events = events;
    this.meters = meters;
    this.beans = beans;
    this.queues = queues;
    this.console = console;
  }

  synchronized void run() {
    if (ended) {
      return;
    }
    attempt(events::second);
    attempt(queues::second);
    attempt(console::second);
    attempt(meters::update);
    attempt(beans::update);
  }

  /** An exception would end the repetition; one that comes each second is told of once. */
  private void attempt(Runnable part) {
    try {
      part.run();
    } catch (RuntimeException e) {
      if (told.size() < MOST_TOLD && told.add(e.toString())) {
        ServerLog.LOG.lookFailed(e);
      }
    }
  }

  /** Takes back what was made known. Later calls of {@link #run} do nothing. */
  synchronized void end() {
    ended = true;
    console.close();
    meters.close();
    beans.close();
  }
}
