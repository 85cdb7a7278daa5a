package org.escapement.launch;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.escapement.config.Configuration;
import org.escapement.config.SocketAddress;

/**
 * Calls that go through the server's shaper, from here and back to here, before it is said to be
 * ready: they load the classes and compile the code that the first real calls need.
 *
 * <p>Their queue belongs to the launcher alone. The server knows them by a secret.
 */
final class Rehearsal {

  /** With fewer the spacing of the first burst is still above half a millisecond. */
  private static final int CALLS = 300;

  /** Calls at the same time: enough for some to wait in the queue. */
  private static final int WINDOW = 8;

  private static final int RATE = 500;
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final String SHAPER = "shaper";
  private static final int PATIENCE_MILLIS = 100;
  private static final int MAX_DATAGRAM = 65_535;

  private final String secret = UUID.randomUUID().toString();
  private final InetSocketAddress server;
  private final DatagramSocket caller;
  private final DatagramSocket callee;
  private final UserAgent calling;
  private final UserAgent called;
  private final Set<String> begun = new HashSet<>();
  private int sent;
  private int ended;
  private int failed;

  private Rehearsal(Endpoint endpoint) throws IOException {
    server = new InetSocketAddress(InetAddress.getByName(endpoint.reachable()), endpoint.port());
    caller = new DatagramSocket();
    caller.connect(server);
    callee = new DatagramSocket(new InetSocketAddress(caller.getLocalAddress(), 0));
    caller.setSoTimeout(PATIENCE_MILLIS);
    calling = UserAgent.of(caller);
    called = UserAgent.of(callee);
  }

  /**
   * Opens the sockets of a caller and a callee.
   *
   * @return nothing if there is no shaper to rehearse, or no UDP to do it by
   */
  static Optional<Rehearsal> prepare(Configuration configuration, List<Endpoint> listens) {
    Optional<Endpoint> udp =
        listens.stream().filter(listen -> listen.protocol().equals("udp")).findFirst();
    if (udp.isEmpty()
        || configuration.modules().stream().noneMatch(load -> load.module().equals(SHAPER))) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Rehearsal(udp.get()));
    } catch (IOException e) {
      return Optional.empty(); // a rehearsal is no reason not to start
    }
  }

  /** What the server must know. */
  Map<String, String> variables() {
    return Map.of(
        "escapement.rehearsal.secret",
        secret,
        "escapement.rehearsal.queue",
        "name=escapement.rehearsal;rate="
            + RATE
            + ";size="
            + WINDOW
            + ";max_wait=5s;next_hop=sip:"
            + called.address());
  }

  /**
   * Makes the calls, a few at a time, hangs each up, and closes the sockets. To be called once.
   *
   * @return whether all calls came to their end before the limit
   */
  boolean run() {
    Thread answering = new Thread(this::answer, "rehearsal callee");
    answering.setDaemon(true);
    answering.start();
    try {
      return call();
    } catch (IOException e) {
      return false;
    } finally {
      caller.close();
      callee.close();
    }
  }

  private boolean call() throws IOException {
    long begin = System.nanoTime();
    while (ended < CALLS && System.nanoTime() - begin < LIMIT.toNanos()) {
      while (sent < CALLS && sent - ended < WINDOW) {
        send(request("INVITE", sent++));
      }
      try {
        goOn(receive(caller));
      } catch (SocketTimeoutException e) {
        // nothing came: the limit decides
      }
    }
    send(request("OPTIONS", CALLS));
    return ended == CALLS && failed == 0;
  }

  /** To the secret, outside of a dialog: a call, or OPTIONS that end the rehearsal. */
  private SipMessage request(String method, int number) {
    String target =
        "sip:"
            + secret
            + '@'
            + SocketAddress.uriHost(server.getAddress().getHostAddress())
            + ':'
            + server.getPort();
    return calling.request(method, target, Integer.toString(number), number + "-" + secret);
  }

  private void goOn(SipMessage reply) throws IOException {
    int status = reply.status();
    String method = reply.value("CSeq").replaceFirst("^[0-9]+ ", "");
    if (status < 200) {
      return;
    }
    if (status >= 300) {
      failed++;
      ended++;
    } else if (method.equals("BYE")) {
      ended++;
    } else if (begun.add(reply.value("Call-ID"))) {
      send(within(reply, "ACK", 1));
      send(within(reply, "BYE", 2));
    }
  }

  /** A request in the dialog that a reply has begun. */
  private SipMessage within(SipMessage reply, String method, int number) {
    String contact = reply.value("Contact").replaceAll("^.*<|>.*$", "");
    List<String> headers = new ArrayList<>();
    headers.add(calling.via());
    headers.addAll(reply.routes());
    headers.addAll(reply.lines("From"));
    headers.addAll(reply.lines("To"));
    headers.addAll(reply.lines("Call-ID"));
    headers.add("CSeq: " + number + ' ' + method);
    headers.add("Max-Forwards: 70");
    return new SipMessage(method + ' ' + contact + " SIP/2.0", headers);
  }

  /** Answers each INVITE and each BYE until the socket is closed. */
  private void answer() {
    try {
      while (true) {
        DatagramPacket packet = new DatagramPacket(new byte[MAX_DATAGRAM], MAX_DATAGRAM);
        callee.receive(packet);
        SipMessage request = SipMessage.of(packet);
        if (request.asks("INVITE") || request.asks("BYE")) {
          byte[] reply = ok(request).bytes();
          callee.send(new DatagramPacket(reply, reply.length, packet.getSocketAddress()));
        }
      }
    } catch (SocketException e) {
      // closed: the rehearsal is over
    } catch (IOException e) {
      callee.close();
    }
  }

  private SipMessage ok(SipMessage request) {
    List<String> headers = new ArrayList<>();
    headers.addAll(request.lines("Via"));
    headers.addAll(request.lines("Record-Route"));
    headers.addAll(request.lines("From"));
    String to = request.lines("To").isEmpty() ? "To:" : request.lines("To").get(0);
    headers.add(to.contains(";tag=") ? to : to + ";tag=callee");
    headers.addAll(request.lines("Call-ID"));
    headers.addAll(request.lines("CSeq"));
    headers.add(called.contact());
    return new SipMessage("SIP/2.0 200 OK", headers);
  }

  private void send(SipMessage message) throws IOException {
    byte[] bytes = message.bytes();
    caller.send(new DatagramPacket(bytes, bytes.length));
  }

  private static SipMessage receive(DatagramSocket socket) throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[MAX_DATAGRAM], MAX_DATAGRAM);
    socket.receive(packet);
    return SipMessage.of(packet);
  }
}
