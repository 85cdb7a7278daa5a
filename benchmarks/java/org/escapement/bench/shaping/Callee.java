package org.escapement.bench.shaping;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Takes all calls at once and notes when their INVITEs came. */
final class Callee implements AutoCloseable {

  private final Wire wire;
  private volatile Arrivals arrivals = new Arrivals(0);

  Callee() throws IOException {
    wire = new Wire("callee", this::received);
  }

  /** The INVITEs of one phase. */
  static final class Arrivals {

    private final CountDownLatch left;
    private final List<Integer> calls = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();
    private final boolean[] seen;
    private int repeated;

    Arrivals(int expected) {
      left = new CountDownLatch(expected);
      seen = new boolean[expected];
    }

    private synchronized void add(int call, long nanos) {
      if (call < 0 || call >= seen.length) {
        return;
      }
      if (seen[call]) {
        repeated++;
        return;
      }
      seen[call] = true;
      calls.add(call);
      times.add(nanos);
      left.countDown();
    }

    /** Waits for all of them. */
    boolean await(long millis) throws InterruptedException {
      return left.await(millis, TimeUnit.MILLISECONDS);
    }

    /** The numbers of the calls, in the order in which they came. */
    synchronized int[] calls() {
      return calls.stream().mapToInt(Integer::intValue).toArray();
    }

    /** When they came, ascending. */
    synchronized long[] times() {
      return times.stream().mapToLong(Long::longValue).toArray();
    }

    /** How many INVITEs came more than once. */
    synchronized int repeated() {
      return repeated;
    }
  }

  /** Expects calls with the numbers from 0. */
  Arrivals expect(int calls) {
    Arrivals fresh = new Arrivals(calls);
    arrivals = fresh;
    return fresh;
  }

  String address() {
    return wire.address();
  }

  private void received(SipText message, long nanos, InetSocketAddress from) throws IOException {
    if (message.status() != 0 || message.method().equals("ACK")) {
      return;
    }
    if (message.method().equals("INVITE")) {
      arrivals.add(message.call(), nanos);
    }
    List<String> headers = new ArrayList<>(message.lines("Via"));
    headers.addAll(message.lines("Record-Route"));
    headers.addAll(message.lines("From"));
    String to = message.lines("To").get(0);
    headers.add(to.contains(";tag=") ? to : to + ";tag=callee");
    headers.addAll(message.lines("Call-ID"));
    headers.addAll(message.lines("CSeq"));
    headers.add("Contact: <sip:callee@" + wire.address() + '>');
    wire.send(new SipText("SIP/2.0 200 OK", headers), from);
  }

  @Override
  public void close() {
    wire.close();
  }
}
