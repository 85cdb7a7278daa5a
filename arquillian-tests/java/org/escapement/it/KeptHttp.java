package org.escapement.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Posts one body after another over a connection that is kept: as fast as the server answers. */
final class KeptHttp implements AutoCloseable {

  /** An answer. */
  record Answer(int status, String body) {}

  private final String head;
  private @Nullable Socket socket;
  private @Nullable InputStream in;

  /**
   * To the {@code /rpc} of an application.
   *
   * @param credentials {@code user:password}
   */
  KeptHttp(String application, String credentials) {
    this.head =
        "POST /"
            + application
            + "/rpc HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Authorization: Basic "
            + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8))
            + "\r\nContent-Length: ";
  }

  Answer post(byte[] body) throws IOException {
    Socket present = socket;
    if (present == null) {
      present = new Socket(InetAddress.getLoopbackAddress(), Server.httpPort());
      present.setTcpNoDelay(true);
      present.setSoTimeout((int) Await.LIMIT.toMillis());
      in = new BufferedInputStream(present.getInputStream());
      socket = present;
    }
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes((head + body.length + "\r\n\r\n").getBytes(ISO_8859_1));
    request.writeBytes(body);
    present.getOutputStream().write(request.toByteArray());
    return read();
  }

  private Answer read() throws IOException {
    int status = Integer.parseInt(line().split(" ", -1)[1]);
    int length = 0;
    boolean last = false;
    for (String line = line(); !line.isEmpty(); line = line()) {
      String lower = line.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(lower.indexOf(':') + 1).strip());
      }
      last |= lower.equals("connection: close");
    }
    byte[] body = in == null ? new byte[0] : in.readNBytes(length);
    if (last) {
      close();
    }
    return new Answer(status, new String(body, UTF_8));
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = next(); next != '\n'; next = next()) {
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  private int next() throws IOException {
    int next = in == null ? -1 : in.read();
    if (next < 0) {
      throw new EOFException("the server hung up");
    }
    return next;
  }

  @Override
  public void close() throws IOException {
    if (socket != null) {
      socket.close();
      socket = null;
    }
  }
}
