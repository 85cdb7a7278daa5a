package org.escapement.rpc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.jna.Native;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import org.escapement.command.Caller;
import org.escapement.rpc.ControlProtocol.Answer;

/**
 * Answers datagrams of the unix domain, on one thread: {@code kamcmd -s unixd:NAME}. A datagram is
 * a packet; one that is cut short, and an answer that its sender does not take at once, is dropped.
 */
final class UnixDatagrams implements Runnable, AutoCloseable {

  /** How long {@link #run} may go on after {@link #close}. */
  private static final long LOOK_MICROS = 200_000;

  private static final int ADDRESS_BYTES = 110;
  private static final int FAMILY_BYTES = 2;

  private final int socket;
  private final ControlProtocol protocol;
  private final Caller caller;
  private volatile boolean closed;
  private boolean running;

  private UnixDatagrams(int socket, ControlProtocol protocol, Caller caller) {
    this.socket = socket;
    this.protocol = protocol;
    this.caller = caller;
  }

  /**
   * Binds a socket to a path that does not exist yet.
   *
   * @param caller who its callers are taken for
   */
  static UnixDatagrams bind(Path path, ControlProtocol protocol, Caller caller) throws IOException {
    int socket = open();
    byte[] address = address(path);
    long[] time = {0, LOOK_MICROS};
    if (SocketLibC.bind(socket, address, address.length) != 0
        || SocketLibC.setsockopt(
                socket, SocketLibC.SOL_SOCKET, SocketLibC.SO_RCVTIMEO, time, 2 * Long.BYTES)
            != 0) {
      IOException e = failure("bind to " + path);
      SocketLibC.close(socket);
      throw e;
    }
    return new UnixDatagrams(socket, protocol, caller);
  }

  /** Whether somebody takes datagrams there. */
  static boolean answers(Path path) throws IOException {
    if (SocketLibC.REACH != null) {
      return false;
    }
    int socket = open();
    byte[] address = address(path);
    boolean connected = SocketLibC.connect(socket, address, address.length) == 0;
    SocketLibC.close(socket);
    return connected;
  }

  private static int open() throws IOException {
    if (SocketLibC.REACH != null) {
      throw new IOException("no datagrams of the unix domain here: " + SocketLibC.REACH);
    }
    int socket =
        SocketLibC.socket(SocketLibC.AF_UNIX, SocketLibC.SOCK_DGRAM | SocketLibC.SOCK_CLOEXEC, 0);
    if (socket < 0) {
      throw failure("open a socket");
    }
    return socket;
  }

  /** A {@code struct sockaddr_un}. */
  private static byte[] address(Path path) throws IOException {
    byte[] name = path.toString().getBytes(UTF_8);
    if (name.length >= ADDRESS_BYTES - FAMILY_BYTES) {
      throw new IOException("the name " + path + " is too long for a socket");
    }
    ByteBuffer address = ByteBuffer.allocate(FAMILY_BYTES + name.length + 1);
    address.order(ByteOrder.nativeOrder()).putShort((short) SocketLibC.AF_UNIX).put(name);
    return address.array();
  }

  private static IOException failure(String what) {
    return new IOException("cannot " + what + ": errno " + Native.getLastError());
  }

  /** Serves until {@link #close}, or until its thread is interrupted. */
  @Override
  public void run() {
    synchronized (this) {
      if (closed) {
        return;
      }
      running = true;
    }
    byte[] buffer = new byte[protocol.longestPacket()];
    try {
      while (!closed && !Thread.currentThread().isInterrupted()) {
        serve(buffer);
      }
    } catch (IOException e) {
      RpcLog.LOG.controlSocketFailed(e);
    } finally {
      release();
    }
  }

  private void serve(byte[] buffer) throws IOException {
    byte[] sender = new byte[ADDRESS_BYTES];
    int[] senderLength = {ADDRESS_BYTES};
    long length =
        SocketLibC.recvfrom(
            socket, buffer, buffer.length, SocketLibC.MSG_TRUNC, sender, senderLength);
    if (length < 0) {
      int error = Native.getLastError();
      if (error != SocketLibC.EAGAIN && error != SocketLibC.EINTR) {
        throw failure("receive");
      }
    } else if (length <= buffer.length) {
      answer(ByteBuffer.wrap(buffer, 0, (int) length), Arrays.copyOf(sender, senderLength[0]));
    }
  }

  private void answer(ByteBuffer packet, byte[] sender) {
    try {
      Answer answer = protocol.answer(packet, caller, ControlProtocol.LONGEST_DATAGRAM);
      if (answer != null && sender.length > FAMILY_BYTES) {
        byte[] bytes = answer.bytes().array();
        SocketLibC.sendto(
            socket, bytes, bytes.length, SocketLibC.MSG_DONTWAIT, sender, sender.length);
      }
    } catch (RuntimeException e) {
      RpcLog.LOG.defect(e);
    }
  }

  private synchronized void release() {
    running = false;
    SocketLibC.close(socket);
  }

  /** Ends it; a thread that serves closes the socket itself, for its number may be another's. */
  @Override
  public synchronized void close() {
    if (!closed && !running) {
      SocketLibC.close(socket);
    }
    closed = true;
  }
}
