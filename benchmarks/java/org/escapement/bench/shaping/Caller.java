package org.escapement.bench.shaping;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Places calls by way of a proxy, acknowledges those that are taken and hangs up at once. Repeats
 * an INVITE that nothing was heard of, as RFC 3261 has it (timer A: after 500 ms, then twice that).
 */
final class Caller implements AutoCloseable {

  private static final long FIRST_REPEAT_NANOS = 500_000_000L;

  private final Wire wire;
  private final InetSocketAddress proxy;
  private final String callee;
  private final String series;
  private final Map<Integer, Unheard> unheard = new ConcurrentHashMap<>();
  private final AtomicInteger repeated = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();

  private record Unheard(SipText invite, long repeatAtNanos, long thenNanos) {}

  /**
   * Makes a caller.
   *
   * @param proxyPort where the calls go first, at 127.0.0.1
   * @param callee address in the request's URI
   * @param series tells the calls of this caller from others'
   */
  Caller(int proxyPort, String callee, String series) throws IOException {
    this.proxy = new InetSocketAddress(InetAddress.getLoopbackAddress(), proxyPort);
    this.callee = callee;
    this.series = series;
    this.wire = new Wire("caller", this::received);
  }

  /** Places calls with the numbers from 0, evenly spaced; returns after the last. */
  void place(int calls, long spacingNanos) throws IOException {
    long begin = System.nanoTime();
    for (int call = 0; call < calls; call++) {
      waitUntil(begin + call * spacingNanos);
      SipText invite = invite(call);
      unheard.put(
          call,
          new Unheard(invite, System.nanoTime() + FIRST_REPEAT_NANOS, 2 * FIRST_REPEAT_NANOS));
      wire.send(invite, proxy);
      repeatUnheard();
    }
  }

  private static void waitUntil(long nanos) {
    for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  /** Repeats what is to be repeated now. To be called often after the last call was placed. */
  void repeatUnheard() throws IOException {
    long now = System.nanoTime();
    for (Integer call : List.copyOf(unheard.keySet())) {
      Unheard old = unheard.get(call);
      if (old == null || now - old.repeatAtNanos < 0) {
        continue;
      }
      Unheard next = new Unheard(old.invite, now + old.thenNanos, 2 * old.thenNanos);
      if (unheard.replace(call, old, next)) {
        repeated.incrementAndGet();
        wire.send(old.invite, proxy);
      }
    }
  }

  /** How many INVITEs were sent again. */
  int repeated() {
    return repeated.get();
  }

  /** How many calls were answered with a failure. */
  int refused() {
    return refused.get();
  }

  private SipText invite(int call) {
    String me = wire.address();
    return new SipText(
        "INVITE sip:bench@" + callee + " SIP/2.0",
        List.of(
            via(call, "i"),
            "Max-Forwards: 70",
            "From: <sip:caller@" + me + ">;tag=" + series + call,
            "To: <sip:bench@" + callee + '>',
            "Call-ID: c" + call + '-' + series + "@127.0.0.1",
            "CSeq: 1 INVITE",
            "Contact: <sip:caller@" + me + '>'));
  }

  private String via(int call, String kind) {
    return "Via: SIP/2.0/UDP " + wire.address() + ";branch=z9hG4bK" + series + kind + call;
  }

  private void received(SipText message, long nanos, InetSocketAddress from) throws IOException {
    int call = message.call();
    if (message.status() == 0 || call < 0 || !message.method().equals("INVITE")) {
      return;
    }
    unheard.remove(call);
    if (message.status() >= 300) {
      refused.incrementAndGet();
      wire.send(
          request("ACK", "sip:bench@" + callee, 1, via(call, "i"), List.of(), message), proxy);
    } else if (message.status() >= 200) {
      List<String> routes = new ArrayList<>(message.values("Record-Route"));
      Collections.reverse(routes);
      String contact = message.value("Contact");
      String target = contact.substring(contact.indexOf('<') + 1, contact.indexOf('>'));
      wire.send(request("ACK", target, 1, via(call, "a"), routes, message), proxy);
      wire.send(request("BYE", target, 2, via(call, "b"), routes, message), proxy);
    }
  }

  private static SipText request(
      String method, String target, int number, String via, List<String> routes, SipText answer) {
    List<String> headers = new ArrayList<>();
    headers.add(via);
    routes.forEach(route -> headers.add("Route: " + route));
    headers.add("Max-Forwards: 70");
    headers.addAll(answer.lines("From"));
    headers.addAll(answer.lines("To"));
    headers.addAll(answer.lines("Call-ID"));
    headers.add("CSeq: " + number + ' ' + method);
    return new SipText(method + ' ' + target + " SIP/2.0", headers);
  }

  @Override
  public void close() {
    wire.close();
  }
}
