package org.escapement.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class UnixDatagramsTest {

  private final ControlProtocol protocol = new ControlProtocol(new SomeCommands().table, 4096);
  @TempDir private Path folder;

  private SocketFile file() {
    return new SocketFile(folder.resolve("d"), 0660, Optional.empty(), Optional.empty());
  }

  private UnixDatagrams place() throws IOException {
    return file().place(path -> UnixDatagrams.bind(path, protocol, SomeCommands.OPERATOR));
  }

  @Test
  void socketInUse_isRefusedToAnother_andOneLeftBehindIsReplaced() throws IOException {
    UnixDatagrams first = place();
    assertThat(UnixDatagrams.answers(file().path())).isTrue();
    assertThat(Files.getPosixFilePermissions(file().path()))
        .isEqualTo(PosixFilePermissions.fromString("rw-rw----"));
    assertThatIOException().isThrownBy(this::place).withMessageContaining("binrpc");
    first.close();
    assertThat(UnixDatagrams.answers(file().path())).isFalse();

    place().close();
  }

  @Test
  void close_endsWhatRuns() throws Exception {
    UnixDatagrams datagrams = place();
    Thread thread = new Thread(datagrams, "datagrams");
    thread.start();

    datagrams.close();

    thread.join();
    assertThat(UnixDatagrams.answers(file().path())).isFalse();
  }

  @Test
  void nameThatIsTooLong_isRefused() {
    assertThatIOException()
        .isThrownBy(
            () ->
                UnixDatagrams.bind(
                    folder.resolve("x".repeat(120)), protocol, SomeCommands.OPERATOR))
        .withMessageContaining("too long");
  }
}
