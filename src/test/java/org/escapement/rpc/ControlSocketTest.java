package org.escapement.rpc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ControlSocketTest {

  /** {@code test.echo abc} as kamcmd sends it. */
  private static final byte[] ECHO =
      HexFormat.of().parseHex("a10311449443dc910a746573742e6563686f0041616263" + "00");

  private static final int ECHOED = 12;

  private final SomeCommands commands = new SomeCommands();
  private final AtomicLong nanos = new AtomicLong();
  @TempDir private Path folder;
  private SocketFile file;
  private ControlSocket socket;
  private Thread thread;

  @BeforeEach
  void listen() throws IOException {
    file = new SocketFile(folder.resolve("ctl"), 0600, Optional.empty(), Optional.empty());
    socket = new ControlSocket(new ControlProtocol(commands.table, 4096), nanos::get);
    socket.listen(file, SomeCommands.OPERATOR);
    thread = new Thread(socket, "control socket");
    thread.start();
  }

  @AfterEach
  void close() throws InterruptedException {
    socket.close();
    thread.join();
    assertThat(folder.resolve("ctl")).doesNotExist();
  }

  private SocketChannel connect() throws IOException {
    return SocketChannel.open(UnixDomainSocketAddress.of(file.path()));
  }

  private static String read(SocketChannel channel, int length) throws IOException {
    ByteBuffer in = ByteBuffer.allocate(length);
    while (in.hasRemaining()) {
      if (channel.read(in) < 0) {
        return "ended after " + in.position();
      }
    }
    return new String(in.array(), ISO_8859_1);
  }

  @Test
  void file_isForItsOwnerAlone() throws IOException {
    assertThat(Files.getPosixFilePermissions(file.path()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file.path());
    }
  }

  @Test
  void secondServerOnTheSameFile_isRefused() {
    assertThatExceptionOfType(FileAlreadyExistsException.class).isThrownBy(() -> file.listen());
  }

  @Test
  void fileOfAServerThatIsGone_isReplaced() throws IOException {
    SocketFile left =
        new SocketFile(folder.resolve("old"), 0660, Optional.empty(), Optional.empty());
    left.listen().close();

    try (var again = left.listen()) {
      assertThat(again.isOpen()).isTrue();
      assertThat(Files.getPosixFilePermissions(left.path()))
          .isEqualTo(PosixFilePermissions.fromString("rw-rw----"));
    }
    left.delete();
  }

  @Test
  void packetInPieces_isAnsweredWhenItIsWhole() throws IOException {
    try (SocketChannel channel = connect()) {
      for (byte one : ECHO) {
        channel.write(ByteBuffer.wrap(new byte[] {one}));
      }
      assertThat(read(channel, ECHOED)).endsWith("abc\0");
    }
  }

  @Test
  void severalCommandsOnOneConnection_areAnswered() throws IOException {
    try (SocketChannel channel = connect()) {
      for (int i = 0; i < 3; i++) {
        channel.write(ByteBuffer.wrap(ECHO));
        assertThat(read(channel, ECHOED)).endsWith("abc\0");
      }
    }
  }

  @Test
  void malformedStream_isAnsweredAndEnded() throws IOException {
    try (SocketChannel channel = connect()) {
      channel.write(ByteBuffer.wrap(new byte[] {0, 1, 2, 3}));
      assertThat(read(channel, 4096)).startsWith("ended after");
    }
  }

  @Test
  void packetThatStalls_isEnded_idleConnectionIsNot() throws IOException {
    try (SocketChannel stalled = connect();
        SocketChannel idle = connect()) {
      stalled.write(ByteBuffer.wrap(ECHO, 0, 5));
      idle.write(ByteBuffer.wrap(ECHO));
      assertThat(read(idle, ECHOED)).endsWith("abc\0"); // so both have been read

      nanos.addAndGet(ControlSocket.STALLED_NANOS + 1);

      assertThat(read(stalled, 1)).isEqualTo("ended after 0");
      idle.write(ByteBuffer.wrap(ECHO));
      assertThat(read(idle, ECHOED)).endsWith("abc\0");
    }
  }

  @Test
  void moreConnectionsThanAllowed_endTheMostSilent() throws IOException {
    List<SocketChannel> channels = new ArrayList<>();
    try {
      for (int i = 0; i <= ControlSocket.MOST_CONNECTIONS; i++) {
        nanos.incrementAndGet();
        SocketChannel channel = connect();
        channels.add(channel);
        channel.write(ByteBuffer.wrap(ECHO));
        assertThat(read(channel, ECHOED)).endsWith("abc\0");
      }
      assertThat(read(channels.get(0), 1)).isEqualTo("ended after 0");
      channels.get(1).write(ByteBuffer.wrap(ECHO));
      assertThat(read(channels.get(1), ECHOED)).endsWith("abc\0");
    } finally {
      for (SocketChannel channel : channels) {
        channel.close();
      }
    }
  }
}
