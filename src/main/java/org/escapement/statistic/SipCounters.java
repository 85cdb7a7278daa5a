package org.escapement.statistic;

/**
 * What the core counts of SIP messages, under Kamailio's names in the group {@code core}. Counting
 * looks nothing up, allocates nothing and takes no lock.
 */
public final class SipCounters {

  private static final String GROUP = "core";

  private final Counter requests;
  private final MethodCounters requestsByMethod;
  private final ReplyCounters replies;
  private final Counter forwardedRequests;
  private final Counter forwardedReplies;
  private final Counter droppedRequests;
  private final Counter droppedReplies;
  private final Counter faultyRequests;
  private final Counter faultyReplies;
  private final Counter badUris;
  private final Counter badHeaders;
  private final Counter unsupportedMethods;

  /**
   * Declares them all.
   *
   * @throws IllegalArgumentException if they have been declared before
   */
  public SipCounters(Statistics statistics) {
    requests = statistics.counter(GROUP, "rcv_requests", "Requests received");
    requestsByMethod = MethodCounters.ofRequests(statistics, GROUP);
    replies = new ReplyCounters(statistics, GROUP);
    forwardedRequests = statistics.counter(GROUP, "fwd_requests", "Requests forwarded");
    forwardedReplies = statistics.counter(GROUP, "fwd_replies", "Replies forwarded");
    droppedRequests =
        statistics.counter(GROUP, "drop_requests", "Requests dropped before they were forwarded");
    droppedReplies =
        statistics.counter(GROUP, "drop_replies", "Replies dropped before they were forwarded");
    faultyRequests = statistics.counter(GROUP, "err_requests", "Requests that could not be read");
    faultyReplies = statistics.counter(GROUP, "err_replies", "Replies that could not be read");
    badUris = statistics.counter(GROUP, "bad_URIs_rcvd", "URIs that could not be read");
    badHeaders = statistics.counter(GROUP, "bad_msg_hdr", "Headers that could not be read");
    unsupportedMethods =
        statistics.counter(GROUP, "unsupported_methods", "Requests of a method that is unknown");
  }

  /**
   * A request was received.
   *
   * @param method in capitals, as SIP has it; one that Kamailio has no counter for counts as
   *     unsupported
   */
  public void requestReceived(String method) {
    requests.increment();
    Counter ofMethod = requestsByMethod.of(method);
    (ofMethod == null ? unsupportedMethods : ofMethod).increment();
  }

  /**
   * A reply was received.
   *
   * @param status 100 to 699; anything else counts among all replies only
   * @param method of its request
   */
  public void replyReceived(int status, String method) {
    replies.received(status, method);
  }

  public void requestForwarded() {
    forwardedRequests.increment();
  }

  public void replyForwarded() {
    forwardedReplies.increment();
  }

  /** A request was dropped: a route said so, or something forbade to go on with it. */
  public void requestDropped() {
    droppedRequests.increment();
  }

  public void replyDropped() {
    droppedReplies.increment();
  }

  /** A request was refused because it could not be read or handled. */
  public void requestFaulty() {
    faultyRequests.increment();
  }

  public void replyFaulty() {
    faultyReplies.increment();
  }

  public void badUri() {
    badUris.increment();
  }

  public void badHeader() {
    badHeaders.increment();
  }
}
