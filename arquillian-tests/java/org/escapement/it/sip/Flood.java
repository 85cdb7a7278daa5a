package org.escapement.it.sip;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.escapement.it.Await;

/** Sends a great many MESSAGE requests over one TCP connection, and takes the answers. */
public final class Flood implements AutoCloseable {

  private final Socket socket;
  private final OutputStream out;
  private int sent;
  private final Map<String, Integer> answers = new ConcurrentHashMap<>();

  /** Connects to the server under test. */
  public Flood(int serverPort) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), serverPort);
    out = socket.getOutputStream();
    Thread reader = new Thread(this::read, "flood reader");
    reader.setDaemon(true);
    reader.start();
  }

  /** Sends so many more requests. */
  public void send(int count) throws IOException {
    StringBuilder batch = new StringBuilder();
    for (int i = 0; i < count; i++) {
      batch.append(message(sent++));
    }
    out.write(batch.toString().getBytes(US_ASCII));
    out.flush();
  }

  private String message(int number) {
    String here = SipStackFactory.HOST + ':' + socket.getLocalPort();
    return """
        MESSAGE sip:sleeper@%s:%d SIP/2.0
        Via: SIP/2.0/TCP %s;branch=z9hG4bK-flood-%d
        From: <sip:flood@%s>;tag=f%d
        To: <sip:sleeper@%s>
        Call-ID: flood-%d
        CSeq: 1 MESSAGE
        Max-Forwards: 70
        Content-Length: 0

        """
        .formatted(SipStackFactory.HOST, socket.getPort(), here, number, here, number, here, number)
        .replace("\n", "\r\n");
  }

  private void read() {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII))) {
      int status = 0;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith("SIP/2.0 ")) {
          status = Integer.parseInt(line.substring(8, 11));
        } else if (line.regionMatches(true, 0, "Call-ID:", 0, 8) && status >= 200) {
          answers.merge(line.substring(8).strip(), status, (a, b) -> -1); // answered twice
        }
      }
    } catch (IOException e) {
      if (!socket.isClosed()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The final answers by Call-ID, when there are so many. */
  public Map<String, Integer> answers(int count) {
    Await.until(
        () -> count + " answers, there are " + answers.size(), () -> answers.size() >= count);
    return Map.copyOf(answers);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
