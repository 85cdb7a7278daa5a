package org.escapement.launch;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.UUID;
import org.escapement.config.SocketAddress;

/**
 * A user agent of this process, as its messages name it.
 *
 * @param transport {@code UDP} or {@code TCP}
 * @param address host and port as they stand in a URI
 */
record UserAgent(String transport, String address) {

  /** The one behind a bound socket. */
  static UserAgent of(DatagramSocket socket) {
    return of("UDP", socket.getLocalAddress(), socket.getLocalPort());
  }

  static UserAgent of(String transport, InetAddress local, int port) {
    return new UserAgent(transport, SocketAddress.uriHost(local.getHostAddress()) + ':' + port);
  }

  /** A Via header for a new transaction. */
  String via() {
    return "Via: SIP/2.0/"
        + transport
        + ' '
        + address
        + ";branch=z9hG4bK"
        + UUID.randomUUID()
        + ";rport";
  }

  String contact() {
    return "Contact: <sip:run@" + address + '>';
  }

  /** A request outside of a dialog (RFC 3261, section 8.1.1). */
  SipMessage request(String method, String target, String tag, String callId) {
    return SipMessage.of(
        method + ' ' + target + " SIP/2.0",
        via(),
        "From: <sip:run@" + address + ">;tag=" + tag,
        "To: <" + target + '>',
        "Call-ID: " + callId,
        "CSeq: 1 " + method,
        contact(),
        "Max-Forwards: 70");
  }
}
