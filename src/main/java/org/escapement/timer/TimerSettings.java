package org.escapement.timer;

/**
 * The values of a timer that may change while it runs. Workers look at them once a tick.
 *
 * <p>Thread-safe; a look is one volatile read.
 */
final class TimerSettings {

  /**
   * The values at one moment. Each has a count of how often it was set, so that a worker can tell
   * which ones to take over: those that its start route set for itself stay until somebody sets
   * them for the timer.
   */
  record Values(
      Interval interval,
      long ntasks,
      long nslices,
      int intervalSets,
      int ntasksSets,
      int nslicesSets) {

    /** Differs from that of all earlier values of the timer. */
    int version() {
      return intervalSets + ntasksSets + nslicesSets;
    }
  }

  private volatile Values values;

  TimerSettings(TimerDefinition definition) {
    values = new Values(definition.interval(), definition.ntasks(), definition.nslices(), 0, 0, 0);
  }

  Values values() {
    return values;
  }

  synchronized void interval(Interval interval) {
    Values v = values;
    values =
        new Values(interval, v.ntasks, v.nslices, v.intervalSets + 1, v.ntasksSets, v.nslicesSets);
  }

  synchronized void ntasks(long ntasks) {
    Values v = values;
    values =
        new Values(v.interval, ntasks, v.nslices, v.intervalSets, v.ntasksSets + 1, v.nslicesSets);
  }

  synchronized void nslices(long nslices) {
    Values v = values;
    values =
        new Values(v.interval, v.ntasks, nslices, v.intervalSets, v.ntasksSets, v.nslicesSets + 1);
  }
}
