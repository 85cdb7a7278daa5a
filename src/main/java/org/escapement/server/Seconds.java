package org.escapement.server;

import org.escapement.console.Console;
import org.escapement.console.QueuesView;
import org.escapement.metrics.Beans;
import org.escapement.metrics.Meters;
import org.escapement.metrics.TimerEvents;

/** What is done each second for those who look. Thread-safe. */
final class Seconds {

  private final TimerEvents events;
  private final Meters meters;
  private final Beans beans;
  private final QueuesView queues;
  private final Console console;
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
    try {
      events.second();
      queues.second();
      console.second();
      meters.update();
      beans.update();
    } catch (RuntimeException e) { // an exception would end the repetition
      ServerLog.LOG.lookFailed(e);
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
