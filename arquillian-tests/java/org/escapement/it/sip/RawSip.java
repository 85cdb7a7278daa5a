package org.escapement.it.sip;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.escapement.it.Await;

/** Sends requests that no SIP stack would make. */
public final class RawSip {

  private static final int LARGEST = 65_535;

  private RawSip() {}

  /**
   * Sends a MESSAGE over UDP, and gives the first line of its final answer.
   *
   * @param moreHeaders whole lines, each with its end
   */
  public static String message(int serverPort, String user, String moreHeaders) {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(loopback, 0))) {
      socket.setSoTimeout((int) Await.LIMIT.toMillis());
      String id = Long.toHexString(System.nanoTime());
      String request =
          "MESSAGE sip:%s@127.0.0.1:%d SIP/2.0\r\n".formatted(user, serverPort)
              + "Via: SIP/2.0/UDP 127.0.0.1:%d;branch=z9hG4bK%s\r\n"
                  .formatted(socket.getLocalPort(), id)
              + "From: <sip:raw@customer.example>;tag=%s\r\n".formatted(id)
              + "To: <sip:%s@127.0.0.1>\r\n".formatted(user)
              + "Call-ID: %s@raw\r\nCSeq: 1 MESSAGE\r\nMax-Forwards: 70\r\n".formatted(id)
              + moreHeaders
              + "Content-Length: 0\r\n\r\n";
      byte[] bytes = request.getBytes(UTF_8);
      socket.send(new DatagramPacket(bytes, bytes.length, loopback, serverPort));
      return finalAnswer(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String finalAnswer(DatagramSocket socket) throws IOException {
    DatagramPacket answer = new DatagramPacket(new byte[LARGEST], LARGEST);
    String line = "SIP/2.0 100";
    while (line.startsWith("SIP/2.0 1")) {
      socket.receive(answer);
      line =
          new String(answer.getData(), 0, answer.getLength(), UTF_8).lines().findFirst().orElse("");
    }
    return line;
  }
}
