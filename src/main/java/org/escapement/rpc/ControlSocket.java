package org.escapement.rpc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import org.escapement.clock.NanoClock;
import org.escapement.command.Caller;
import org.escapement.rpc.ControlAddress.Protocol;
import org.escapement.rpc.ControlProtocol.Answer;
import org.jspecify.annotations.Nullable;

/**
 * Listens where {@code kamcmd} connects and runs what it sends, on one thread: commands are short.
 *
 * <p>However slow, many or malformed the other ends are, they cost a bounded amount of memory and
 * hold nothing up but themselves: see the constants.
 */
final class ControlSocket implements Runnable, AutoCloseable {

  /** Connections at the same time; the one that was silent for longest makes room for a new one. */
  static final int MOST_CONNECTIONS = 64;

  /** How long the rest of a packet, or the reading of an answer, may take to go on. */
  static final long STALLED_NANOS = 10_000_000_000L;

  private static final long SWEEP_MILLIS = 1_000;

  private final ControlProtocol protocol;
  private final NanoClock clock;
  private final Selector selector;
  private final List<SocketFile> files = new ArrayList<>();

  ControlSocket(ControlProtocol protocol, NanoClock clock) throws IOException {
    this.protocol = protocol;
    this.clock = clock;
    this.selector = Selector.open();
  }

  /**
   * Listens on a unix domain socket. Before {@link #run}.
   *
   * @param caller who its callers are taken for
   */
  void listen(SocketFile file, Caller caller) throws IOException {
    register(file.listen(), SelectionKey.OP_ACCEPT, caller);
    files.add(file);
  }

  /**
   * Listens on a port of this machine. Before {@link #run}.
   *
   * @param caller who its callers are taken for
   */
  void listen(ControlAddress address, Caller caller) throws IOException {
    var socket = address.socket();
    if (address.protocol() == Protocol.UDP) {
      register(DatagramChannel.open().bind(socket), SelectionKey.OP_READ, caller);
    } else {
      register(ServerSocketChannel.open().bind(socket), SelectionKey.OP_ACCEPT, caller);
    }
  }

  private void register(SelectableChannel channel, int operations, Caller caller)
      throws IOException {
    channel.configureBlocking(false);
    channel.register(selector, operations, caller);
  }

  /** Serves until {@link #close}, or until its thread is interrupted. */
  @Override
  public void run() {
    while (selector.isOpen() && !Thread.currentThread().isInterrupted()) {
      try {
        selector.select(this::serve, SWEEP_MILLIS);
        sweep();
      } catch (ClosedSelectorException e) {
        return;
      } catch (IOException e) {
        RpcLog.LOG.controlSocketFailed(e);
        return;
      }
    }
  }

  private void serve(SelectionKey key) {
    try {
      if (key.attachment() instanceof ControlConnection connection) {
        connection.step(key, clock.nanos());
      } else if (key.channel() instanceof DatagramChannel datagrams) {
        answer(datagrams, (Caller) key.attachment());
      } else {
        accept((ServerSocketChannel) key.channel(), (Caller) key.attachment());
      }
    } catch (IOException e) { // the other end's, or the end of the connection
      if (key.attachment() instanceof ControlConnection) {
        end(key);
      }
    } catch (RuntimeException e) {
      RpcLog.LOG.defect(e);
      if (key.attachment() instanceof ControlConnection) {
        end(key);
      }
    }
  }

  private void accept(ServerSocketChannel server, Caller caller) throws IOException {
    SocketChannel channel = server.accept();
    if (channel == null) {
      return;
    }
    List<SelectionKey> open = connections();
    if (open.size() >= MOST_CONNECTIONS) {
      open.stream().min(ControlSocket::bySilence).ifPresent(this::end);
      RpcLog.LOG.tooManyConnections(MOST_CONNECTIONS);
    }
    channel.configureBlocking(false);
    channel.register(
        selector,
        SelectionKey.OP_READ,
        new ControlConnection(channel, caller, protocol, clock.nanos()));
  }

  private static int bySilence(SelectionKey a, SelectionKey b) {
    return Long.signum(connection(a).activeNanos() - connection(b).activeNanos());
  }

  private static ControlConnection connection(SelectionKey key) {
    return (ControlConnection) key.attachment();
  }

  private List<SelectionKey> connections() {
    return selector.keys().stream()
        .filter(key -> key.isValid() && key.attachment() instanceof ControlConnection)
        .toList();
  }

  /** A datagram is a packet; one that is cut short is answered as such. */
  private void answer(DatagramChannel datagrams, Caller caller) throws IOException {
    ByteBuffer in = ByteBuffer.allocate(protocol.longestPacket());
    var sender = datagrams.receive(in);
    if (sender != null) {
      Answer answer = protocol.answer(in.flip(), caller, ControlProtocol.LONGEST_DATAGRAM);
      if (answer != null) {
        datagrams.send(answer.bytes(), sender);
      }
    }
  }

  private void sweep() {
    long now = clock.nanos();
    for (SelectionKey key : connections()) {
      ControlConnection connection = connection(key);
      if (connection.expectsMore() && now - connection.activeNanos() > STALLED_NANOS) {
        end(key);
      }
    }
  }

  private void end(SelectionKey key) {
    close(key.channel());
  }

  private static void close(@Nullable AutoCloseable channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (Exception e) {
      RpcLog.LOG.controlSocketFailed(e);
    }
  }

  /** How many connections there are; for tests. */
  int connectionCount() {
    return connections().size();
  }

  /** Ends all connections and takes the files away. */
  @Override
  public void close() {
    if (selector.isOpen()) {
      List<SelectionKey> keys = List.copyOf(selector.keys());
      close(selector);
      keys.forEach(key -> close(key.channel()));
    }
    files.forEach(SocketFile::delete);
  }
}
