package org.escapement.statistic;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The replies that this server makes itself, under the names of Kamailio's module sl in the group
 * {@code sl}. Those of other servers, which it sends on, are not among them. Counting looks nothing
 * up, allocates nothing and takes no lock.
 */
public final class SentReplies {

  private static final String GROUP = "sl";
  private static final int CLASSES = 6;
  private static final int FIRST_ERROR = 300;

  /** Counted by themselves, and not with their class. */
  private static final int[] APART = {
    200, 202, 300, 301, 302, 400, 401, 403, 404, 407, 408, 483, 500
  };

  private final Counter all;
  private final Counter errors;
  private final Counter acks;
  private final Counter[] byClass;
  private final Counter[] byStatus;

  /**
   * Declares them all.
   *
   * @throws IllegalArgumentException if they have been declared before
   */
  public SentReplies(Statistics statistics) {
    all = statistics.counter(GROUP, "sent_replies", "Replies made and sent by this server");
    errors = statistics.counter(GROUP, "sent_err_replies", "Those of 300 and above");
    acks = statistics.counter(GROUP, "received_ACKs", "ACKs received");
    byClass =
        IntStream.rangeClosed(1, CLASSES)
            .mapToObj(i -> replies(statistics, i + "xx", " that have no counter of their own"))
            .toArray(Counter[]::new);
    byStatus =
        Arrays.stream(APART)
            .mapToObj(status -> replies(statistics, Integer.toString(status), ""))
            .toArray(Counter[]::new);
  }

  private static Counter replies(Statistics statistics, String status, String more) {
    return statistics.counter(
        GROUP, status + "_replies", "Replies " + status + " sent by this server" + more);
  }

  /**
   * A reply left.
   *
   * @param status 100 to 699
   */
  public void sent(int status) {
    all.increment();
    if (status >= FIRST_ERROR) {
      errors.increment();
    }
    int place = Arrays.binarySearch(APART, status);
    (place < 0 ? byClass[status / 100 - 1] : byStatus[place]).increment();
  }

  public void ackReceived() {
    acks.increment();
  }
}
