package org.escapement.statistic;

import java.util.stream.IntStream;

/**
 * What is counted of SIP transactions, under the names of Kamailio's module tmx in the group {@code
 * tmx}. Counting looks nothing up, allocates nothing and takes no lock.
 */
public final class TransactionCounters {

  private static final String GROUP = "tmx";
  private static final int FIRST_FINAL = 2;
  private static final int LAST_FINAL = 6;

  private final Counter server;
  private final Counter client;
  private final Counter active;
  private final Counter[] byClass;
  private final Counter repliesReceived;
  private final Counter repliesRelayed;
  private final Counter repliesGenerated;

  /**
   * Declares them all.
   *
   * @throws IllegalArgumentException if they have been declared before
   */
  public TransactionCounters(Statistics statistics) {
    server =
        statistics.counter(GROUP, "UAS_transactions", "Transactions begun by a request received");
    client = statistics.counter(GROUP, "UAC_transactions", "Transactions begun by this server");
    active =
        statistics.lastingCounter(
            GROUP, "active_transactions", "Transactions without a final reply yet");
    byClass =
        IntStream.rangeClosed(FIRST_FINAL, LAST_FINAL)
            .mapToObj(
                i ->
                    statistics.counter(
                        GROUP, i + "xx_transactions", "Transactions ended by a reply " + i + "xx"))
            .toArray(Counter[]::new);
    statistics.gauge(GROUP, "inuse_transactions", "The same as active_transactions", active::value);
    repliesReceived = statistics.counter(GROUP, "rpl_received", "Replies received");
    repliesRelayed = statistics.counter(GROUP, "rpl_relayed", "Replies received and sent on");
    repliesGenerated =
        statistics.counter(GROUP, "rpl_generated", "Replies made and sent by this server");
    statistics.gauge(
        GROUP,
        "rpl_absorbed",
        "Replies received and not sent on, such as those of lost branches",
        () -> repliesReceived.value() - repliesRelayed.value());
    statistics.gauge(
        GROUP,
        "rpl_sent",
        "Replies sent, relayed or generated",
        () -> repliesRelayed.value() + repliesGenerated.value());
  }

  /** A request was received and began a transaction; an ACK begins none. */
  public void serverBegun() {
    server.increment();
    active.increment();
  }

  /** This server began a transaction of its own. */
  public void clientBegun() {
    client.increment();
    active.increment();
  }

  /**
   * The first final reply of a transaction.
   *
   * @param status 200 to 699
   * @throws IllegalArgumentException for any other status; nothing is counted then
   */
  public void ended(int status) {
    int index = status / 100 - FIRST_FINAL;
    if (index < 0 || index >= byClass.length) {
      throw new IllegalArgumentException(status + " is no final status, 200 to 699");
    }
    byClass[index].increment();
    active.add(-1);
  }

  /** A transaction was ended by a reply that was not seen: it only stops being active. */
  public void endedUnseen() {
    active.add(-1);
  }

  public void replyReceived() {
    repliesReceived.increment();
  }

  public void replyRelayed() {
    repliesRelayed.increment();
  }

  public void replyGenerated() {
    repliesGenerated.increment();
  }
}
