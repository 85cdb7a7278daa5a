package org.escapement.rpc;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The file of a unix domain socket. Who may use it is decided by its mode: nobody else can connect
 * at any moment, not even before the mode is set.
 *
 * @param mode such as 0600
 * @param owner name of the user that is to own it, unless the server's own
 * @param group name of the group, unless the server's own
 */
record SocketFile(Path path, int mode, Optional<String> owner, Optional<String> group) {

  private static final PosixFilePermission[] BITS = {
    PosixFilePermission.OTHERS_EXECUTE,
    PosixFilePermission.OTHERS_WRITE,
    PosixFilePermission.OTHERS_READ,
    PosixFilePermission.GROUP_EXECUTE,
    PosixFilePermission.GROUP_WRITE,
    PosixFilePermission.GROUP_READ,
    PosixFilePermission.OWNER_EXECUTE,
    PosixFilePermission.OWNER_WRITE,
    PosixFilePermission.OWNER_READ
  };

  /** Makes a socket that is bound to a path. */
  @FunctionalInterface
  interface Binder<S extends AutoCloseable> {
    S bind(Path path) throws IOException;
  }

  /** As {@link #place}, with a stream. */
  ServerSocketChannel listen() throws IOException {
    return place(SocketFile::stream);
  }

  private static ServerSocketChannel stream(Path path) throws IOException {
    ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      return channel.bind(UnixDomainSocketAddress.of(path));
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /**
   * Makes the file with a socket. One that a server left behind is replaced.
   *
   * @throws IOException if that is not possible, or a server or another application listens there
   */
  <S extends AutoCloseable> S place(Binder<S> binder) throws IOException {
    if (Files.exists(path) && answers()) {
      throw new FileAlreadyExistsException(
          path.toString(),
          null,
          "another server or application listens there; give this one a socket of its own:"
              + " loadmodule \"ctl\" and modparam(\"ctl\", \"binrpc\", \"unix:NAME\")");
    }
    // Bound in a folder that only this server can enter, and moved out when the mode is set.
    Path hidden =
        Files.createTempDirectory(
            path.toAbsolutePath().getParent(),
            ".ctl",
            PosixFilePermissions.asFileAttribute(
                EnumSet.of(
                    PosixFilePermission.OWNER_READ,
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.OWNER_EXECUTE)));
    Path bound = hidden.resolve("s");
    S socket = null;
    try {
      socket = binder.bind(bound);
      restrict(bound);
      Files.move(bound, path, StandardCopyOption.REPLACE_EXISTING);
      return socket;
    } catch (IOException | RuntimeException e) {
      close(socket);
      throw e;
    } finally {
      Files.deleteIfExists(bound);
      Files.delete(hidden);
    }
  }

  private static void close(@Nullable AutoCloseable socket) {
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (Exception e) { // what made this necessary is thrown already
      RpcLog.LOG.controlSocketFailed(e);
    }
  }

  private boolean answers() throws IOException {
    try (SocketChannel probe = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
      return probe.isConnected();
    } catch (IOException e) { // nobody, or nobody with a stream
      return UnixDatagrams.answers(path);
    }
  }

  private void restrict(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    var names = file.getFileSystem().getUserPrincipalLookupService();
    if (group.isPresent()) {
      view.setGroup(names.lookupPrincipalByGroupName(group.get()));
    }
    if (owner.isPresent()) {
      view.setOwner(names.lookupPrincipalByName(owner.get()));
    }
    view.setPermissions(permissions());
  }

  private Set<PosixFilePermission> permissions() {
    Set<PosixFilePermission> set = EnumSet.noneOf(PosixFilePermission.class);
    for (int bit = 0; bit < BITS.length; bit++) {
      if ((mode >> bit & 1) != 0) {
        set.add(BITS[bit]);
      }
    }
    return set;
  }

  /** Takes the file away. */
  void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (NoSuchFileException e) {
      // somebody else did
    } catch (IOException e) {
      RpcLog.LOG.socketFileStays(path.toString(), e);
    }
  }
}
