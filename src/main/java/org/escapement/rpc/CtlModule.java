package org.escapement.rpc;

import static java.util.function.Predicate.not;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.escapement.config.Value;
import org.escapement.module.Module;
import org.escapement.module.ModuleContext;
import org.escapement.module.Parameter;
import org.escapement.module.Rank;
import org.escapement.module.Settings;
import org.escapement.parameter.Origin;
import org.escapement.rpc.ControlAddress.Protocol;
import org.escapement.rpc.ControlSockets.Access;
import org.escapement.text.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Kamailio's {@code ctl}: the control socket that {@code kamcmd} speaks to. Part of every
 * application; {@code loadmodule} is allowed, not needed.
 *
 * <p>Whoever the file's mode lets connect to the unix domain socket is an operator. The protocol
 * has no log-in, so the callers of a port are viewers unless {@code network_role} says otherwise.
 */
public final class CtlModule implements Module {

  private static final int KILO = 1024;
  private static final String VIEWER = "viewer";
  private static final String OPERATOR = "operator";

  private final List<ControlAddress> addresses = new ArrayList<>();
  private int mode;
  private boolean anyHost;
  private String owner = "";
  private String group = "";
  private String networkRole = VIEWER;
  private int longestBody;
  private @Nullable ControlSockets sockets;
  private @Nullable ModuleContext context;

  @Override
  public String name() {
    return "ctl";
  }

  @Override
  public boolean implicit() {
    return true;
  }

  @Override
  public void configure(Settings settings) {
    addresses.clear();
    settings.apply(parameters());
    if (addresses.isEmpty()) {
      addresses.add(ControlAddress.parse("unix:", false));
    }
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Function(
            "binrpc",
            Parameter.Kind.TEXT,
            "where to listen: unix:NAME, unixd:NAME, tcp:HOST:PORT or udp:HOST:PORT;"
                + " unix:kamailio_ctl unless set",
            this::address),
        new Parameter.Int(
            "any_host",
            "1 lets the binrpc addresses that follow be beyond this machine, where anybody who"
                + " reaches them may look",
            0,
            0,
            1,
            v -> anyHost = v == 1),
        new Parameter.Int("mode", "mode of the socket's file", 0600, 0, 0777, v -> mode = (int) v),
        new Parameter.Text("user", "owner of the socket's file", "", v -> owner = v),
        new Parameter.Text("group", "group of the socket's file", "", v -> group = v),
        new Parameter.Function(
            "network_role",
            Parameter.Kind.TEXT,
            "what callers of a port are: viewer or operator; viewer unless set",
            this::role),
        new Parameter.Int(
            "binrpc_max_body_size",
            "longest request, in kilobytes",
            4,
            1,
            KILO,
            v -> longestBody = (int) v * KILO));
  }

  private void address(Value value, Problems problems) {
    try {
      addresses.add(ControlAddress.parse(value.text(), anyHost));
    } catch (IllegalArgumentException e) {
      problems.add(value.position(), "binrpc: " + e.getMessage(), "see the reference, ctl");
    }
  }

  private void role(Value value, Problems problems) {
    if (value.text().equals(VIEWER) || value.text().equals(OPERATOR)) {
      networkRole = value.text();
    } else {
      problems.add(
          value.position(),
          "network_role cannot be '" + value.text() + "'",
          "write viewer or operator");
    }
  }

  @Override
  public int modInit(ModuleContext present) throws IOException {
    context = present;
    present.registerProcesses(
        1 + (int) addresses.stream().filter(a -> a.protocol() == Protocol.UNIXD).count());
    return 0;
  }

  /** Listens and serves only when the modules have been initialised and commands can be run. */
  @Override
  public int childInit(int rank) throws IOException {
    if (rank == Rank.PROC_MAIN && context != null) {
      for (Runnable task : listen(context).tasks()) {
        context.forkProcess(Rank.PROC_RPC, "ctl handler", task);
      }
    }
    return 0;
  }

  private ControlSockets listen(ModuleContext context) throws IOException {
    var rundirParameter = context.parameters().get("rundir");
    Path rundir = Path.of(rundirParameter.text());
    ControlSockets made =
        new ControlSockets(
            new ControlProtocol(context.commands(), longestBody),
            context.clock(),
            new Access(mode, name(owner), name(group), networkRole.equals(OPERATOR)));
    sockets = made;
    for (ControlAddress address : addresses) {
      if (ControlSockets.isPossible(address, rundir)) {
        made.listen(address, rundir);
      } else if (rundirParameter.origin().kind() == Origin.Kind.DEFAULT) {
        RpcLog.LOG.noRunDirectory(rundir.toString(), "not writable");
      } else {
        throw new IOException(
            "the run directory " + rundir + " (rundir) is no directory that can be written");
      }
    }
    return made;
  }

  /** Ends the connections and takes the sockets' files away. */
  @Override
  public void destroy() {
    if (sockets != null) {
      sockets.close();
    }
    context = null;
  }

  private static Optional<String> name(String text) {
    return Optional.of(text).filter(not(String::isEmpty));
  }
}
