package org.escapement.rpc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import org.escapement.command.Caller;
import org.escapement.rpc.ControlProtocol.Answer;
import org.jspecify.annotations.Nullable;

/**
 * One connection to the control socket. It holds at most one unread packet and the answers to one
 * round of reading; while an answer cannot be written nothing more is read.
 */
final class ControlConnection {

  private final SocketChannel channel;
  private final Caller caller;
  private final ControlProtocol protocol;
  private final ByteBuffer in;
  private final Deque<ByteBuffer> out = new ArrayDeque<>();
  private boolean ending;
  private long activeNanos;

  ControlConnection(SocketChannel channel, Caller caller, ControlProtocol protocol, long nowNanos) {
    this.channel = channel;
    this.caller = caller;
    this.protocol = protocol;
    this.in = ByteBuffer.allocate(protocol.longestPacket());
    this.activeNanos = nowNanos;
  }

  /** Whether it stands in the middle of a packet, so that the other end is expected to go on. */
  boolean expectsMore() {
    return in.position() > 0 || !out.isEmpty();
  }

  /** When it last got or took a byte. */
  long activeNanos() {
    return activeNanos;
  }

  /**
   * Reads and writes what can be without waiting.
   *
   * @throws IOException if the connection is over, or has to end
   */
  void step(SelectionKey key, long nowNanos) throws IOException {
    if (key.isReadable()) {
      read(nowNanos);
    }
    write(nowNanos);
    if (ending && out.isEmpty()) {
      throw new IOException("ended");
    }
    key.interestOps(out.isEmpty() ? SelectionKey.OP_READ : SelectionKey.OP_WRITE);
  }

  private void read(long nowNanos) throws IOException {
    int count = channel.read(in);
    if (count < 0) {
      throw new IOException("closed by the other end");
    }
    if (count > 0) {
      activeNanos = nowNanos;
    }
    in.flip();
    Answer answer = next();
    while (answer != null) {
      out.add(answer.bytes());
      ending = !answer.sound();
      answer = next();
    }
    in.compact();
  }

  private @Nullable Answer next() {
    return ending ? null : protocol.answer(in, caller);
  }

  private void write(long nowNanos) throws IOException {
    for (ByteBuffer next = out.peek(); next != null; next = out.peek()) {
      if (channel.write(next) > 0) {
        activeNanos = nowNanos;
      }
      if (next.hasRemaining()) {
        return;
      }
      out.remove();
    }
  }
}
