package org.escapement.metrics;

import org.escapement.metrics.Meters.Queue;

/** A queue as JMX sees it. Thread-safe. */
record QueueBean(Queue queue) implements QueueMXBean {

  @Override
  public String getName() {
    return queue.name();
  }

  @Override
  public long getRate() {
    return queue.rate().getAsLong();
  }

  @Override
  public long getSize() {
    return queue.size();
  }

  @Override
  public long getOffered() {
    return queue.counters().get().offered();
  }

  @Override
  public long getPassed() {
    return queue.counters().get().passed();
  }

  @Override
  public long getWaiting() {
    return queue.counters().get().waiting();
  }

  @Override
  public long getCancelled() {
    return queue.counters().get().cancelled();
  }

  @Override
  public long getRefused() {
    return queue.counters().get().refused();
  }

  @Override
  public long getTimedOut() {
    return queue.counters().get().timedOut();
  }

  @Override
  public long getFailed() {
    return queue.counters().get().failed();
  }

  @Override
  public long getLongestWaitNanos() {
    return queue.counters().get().longestWaitNanos();
  }
}
