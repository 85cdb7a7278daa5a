package org.escapement.metrics;

/** A timer's figures, for JMX; durations in nanoseconds, exact to 1 %. */
public interface TimerMXBean {

  String getName();

  String getInterval();

  int getWorkers();

  /** Workers that are neither paused nor ended. */
  int getRunningWorkers();

  long getTicks();

  long getMissed();

  long getOverruns();

  long getErrors();

  long getLatenessP50Nanos();

  long getLatenessP99Nanos();

  long getLatenessMaxNanos();

  long getRunTimeP50Nanos();

  long getRunTimeP99Nanos();

  long getRunTimeMaxNanos();
}
