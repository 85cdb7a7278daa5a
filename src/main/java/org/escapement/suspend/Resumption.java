package org.escapement.suspend;

/** What became of an attempt to resume or cancel a request. */
public enum Resumption {
  /** It is done: the route will run, or the request is taken out. */
  DONE,
  /** There is no such request, or none any more. */
  UNKNOWN,
  /** It was resumed before. */
  RESUMED_BEFORE,
  /** Its caller gave it up. */
  CANCELLED,
  /** It waited too long, and was answered. */
  TIMED_OUT,
  /** The application ends. */
  DROPPED,
  /** The workers' queue is full; the request still waits. */
  REFUSED;

  /** Kamailio's result of a function: 1, or below 0 for an error. */
  public int code() {
    return this == DONE ? 1 : -1;
  }
}
