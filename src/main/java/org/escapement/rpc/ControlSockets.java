package org.escapement.rpc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.escapement.clock.NanoClock;
import org.escapement.command.Caller;
import org.escapement.rpc.ControlAddress.Protocol;

/** All that an application's control socket listens on. */
final class ControlSockets implements AutoCloseable {

  private static final String USER = "kamcmd";

  /**
   * Who may do what.
   *
   * @param mode of the files, and so who is an operator
   * @param owner of the files, unless the server's user
   * @param group of the files, unless the server's
   * @param operatorsOnNetwork whether callers of a port are operators
   */
  record Access(
      int mode, Optional<String> owner, Optional<String> group, boolean operatorsOnNetwork) {}

  private final ControlProtocol protocol;
  private final Access access;
  private final ControlSocket streams;
  private final List<UnixDatagrams> datagrams = new ArrayList<>();
  private final List<SocketFile> datagramFiles = new ArrayList<>();

  ControlSockets(ControlProtocol protocol, NanoClock clock, Access access) throws IOException {
    this.protocol = protocol;
    this.access = access;
    this.streams = new ControlSocket(protocol, clock);
  }

  /**
   * Listens on an address, before anything runs.
   *
   * @param rundir folder of names without one
   */
  void listen(ControlAddress address, Path rundir) throws IOException {
    String shown = address.toString();
    if (address.protocol().isUnix()) {
      SocketFile file =
          new SocketFile(
              rundir.resolve(address.host()), access.mode(), access.owner(), access.group());
      listen(address.protocol(), file, new Caller(USER, file.path().toString(), true));
      shown = file.path().toString();
    } else {
      streams.listen(address, new Caller(USER, shown, access.operatorsOnNetwork()));
    }
    RpcLog.LOG.listening(shown);
  }

  private void listen(Protocol kind, SocketFile file, Caller caller) throws IOException {
    if (kind == Protocol.UNIX) {
      streams.listen(file, caller);
    } else {
      datagrams.add(file.place(path -> UnixDatagrams.bind(path, protocol, caller)));
      datagramFiles.add(file);
    }
  }

  /** Whether the file of an address could be made. */
  static boolean isPossible(ControlAddress address, Path rundir) {
    return !address.protocol().isUnix()
        || Path.of(address.host()).isAbsolute()
        || Files.isWritable(rundir);
  }

  /** What has to run, each on a thread of its own; the first serves all but unix datagrams. */
  List<Runnable> tasks() {
    List<Runnable> tasks = new ArrayList<>();
    tasks.add(streams);
    tasks.addAll(datagrams);
    return tasks;
  }

  /** Ends all connections and takes the files away. */
  @Override
  public void close() {
    streams.close();
    datagrams.forEach(UnixDatagrams::close);
    datagramFiles.forEach(SocketFile::delete);
  }
}
