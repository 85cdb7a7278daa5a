package org.escapement.clock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The obvious slow event loop: a list of sources, searched from end to end. */
final class NaiveLoop {

  static final class Source {
    final int id;
    long time;
    long accuracy;
    long priority;
    TimeSource.Mode mode = TimeSource.Mode.ONESHOT;
    long order;

    Source(int id) {
      this.id = id;
    }

    boolean isArmed() {
      return mode != TimeSource.Mode.OFF && time != Long.MAX_VALUE;
    }
  }

  final List<Source> sources = new ArrayList<>();
  private long orders;

  void arm(Source source) {
    source.order = orders++;
  }

  /** What fires in an iteration at this time, in order; what fires once is off afterwards. */
  List<Integer> iterate(long now) {
    List<Source> due =
        sources.stream()
            .filter(s -> s.isArmed() && s.time <= now)
            .sorted(
                Comparator.<Source>comparingLong(s -> s.priority)
                    .thenComparingLong(s -> s.time)
                    .thenComparingLong(s -> s.order))
            .toList();
    for (Source source : due) {
      if (source.mode == TimeSource.Mode.ONESHOT) {
        source.mode = TimeSource.Mode.OFF;
      }
    }
    return due.stream().map(s -> s.id).toList();
  }
}
