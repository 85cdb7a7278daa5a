package org.escapement.timer;

/** Is told of each call of a route that ended with an exception. */
@FunctionalInterface
public interface FailureListener {

  /**
   * A route failed; it has been counted and logged.
   *
   * @param worker its number, from 0
   * @param kind which of the timer's routes it is
   * @param route its name
   */
  void failed(String timer, int worker, TimerStatus.State kind, String route, Throwable failure);
}
