package org.escapement.metrics;

/** A call queue's figures, for JMX. */
public interface QueueMXBean {

  String getName();

  /** Calls a second at most. */
  long getRate();

  /** Most calls that may wait. */
  long getSize();

  long getOffered();

  long getPassed();

  long getWaiting();

  long getCancelled();

  long getRefused();

  long getTimedOut();

  long getFailed();

  long getLongestWaitNanos();
}
