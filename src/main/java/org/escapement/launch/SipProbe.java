package org.escapement.launch;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.UUID;

/** Asks a SIP server with OPTIONS whether it takes requests (RFC 3261, section 11). */
final class SipProbe {

  private static final String OK = "SIP/2.0 200";
  private static final int MAX_DATAGRAM = 65_535;

  private final Endpoint endpoint;
  private final int timeoutMillis;

  SipProbe(Endpoint endpoint, int timeoutMillis) {
    this.endpoint = endpoint;
    this.timeoutMillis = timeoutMillis;
  }

  /**
   * Whether it answered 200 in time. Of TLS only the connection is tried: who trusts whom is not
   * for this to say.
   */
  boolean answered() {
    try {
      if (endpoint.protocol().equals("tls")) {
        return connects();
      }
      String reply = endpoint.protocol().equals("udp") ? askByUdp() : askByTcp();
      return reply.startsWith(OK);
    } catch (IOException e) {
      return false;
    }
  }

  private boolean connects() throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(endpoint.reachable(), endpoint.port()), timeoutMillis);
      return true;
    }
  }

  private String askByUdp() throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(InetAddress.getByName(endpoint.reachable()), endpoint.port());
      socket.setSoTimeout(timeoutMillis);
      byte[] request = request("UDP", socket.getLocalAddress(), socket.getLocalPort());
      socket.send(new DatagramPacket(request, request.length));
      DatagramPacket reply = new DatagramPacket(new byte[MAX_DATAGRAM], MAX_DATAGRAM);
      socket.receive(reply);
      return new String(reply.getData(), 0, reply.getLength(), US_ASCII);
    }
  }

  private String askByTcp() throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(endpoint.reachable(), endpoint.port()), timeoutMillis);
      socket.setSoTimeout(timeoutMillis);
      socket
          .getOutputStream()
          .write(request("TCP", socket.getLocalAddress(), socket.getLocalPort()));
      byte[] reply = socket.getInputStream().readNBytes(OK.length());
      return new String(reply, US_ASCII);
    }
  }

  private byte[] request(String transport, InetAddress local, int port) {
    String id = UUID.randomUUID().toString();
    return UserAgent.of(transport, local, port)
        .request("OPTIONS", endpoint.uri(), id.substring(0, 8), id)
        .bytes();
  }
}
