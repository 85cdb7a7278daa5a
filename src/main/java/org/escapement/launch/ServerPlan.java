package org.escapement.launch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.escapement.parameter.CoreParameters;
import org.escapement.system.FreeBind;
import org.escapement.system.Interfaces;
import org.escapement.system.JvmOptions;
import org.escapement.system.ListenSocket;
import org.escapement.system.ListenSockets;
import org.escapement.system.PathMtu;

/**
 * What the server must be told for a configuration. Immutable.
 *
 * @param listens the SIP sockets
 * @param absent those of them whose address this host does not have, and need not
 * @param tasks how many SIP tasks run at once
 * @param pathMtu empty for the server's own
 * @param parameters all that the configuration sets
 */
record ServerPlan(
    List<Endpoint> listens,
    List<Endpoint> absent,
    int tasks,
    OptionalInt pathMtu,
    CoreParameters parameters) {

  private static final String TLS = "tls";

  ServerPlan {
    listens = List.copyOf(listens);
    absent = List.copyOf(absent);
  }

  /**
   * Plans for a configuration's parameters and further addresses of the command line.
   *
   * @throws LaunchException for an address that cannot be served
   */
  static ServerPlan of(
      CoreParameters parameters, List<Endpoint> commandLine, Interfaces interfaces) {
    try {
      ListenSockets sockets = new ListenSockets(parameters, interfaces);
      commandLine.forEach(
          e -> sockets.add(e.protocol().isEmpty() ? null : e.protocol(), e.host(), e.port()));
      sockets.addDefaultIfEmpty();
      boolean freeBind = parameters.bool("ip_free_bind");
      Predicate<ListenSocket> mayBeAbsent = socket -> freeBind || sockets.isVirtual(socket);
      return new ServerPlan(
          sockets.all().stream().map(ServerPlan::endpoint).toList(),
          sockets.all().stream()
              .filter(mayBeAbsent.and(socket -> !isOwn(socket.host(), interfaces)))
              .map(ServerPlan::endpoint)
              .toList(),
          sockets.tasks(),
          PathMtu.of(parameters),
          parameters);
    } catch (IllegalArgumentException e) {
      throw new LaunchException(String.valueOf(e.getMessage()));
    }
  }

  private static Endpoint endpoint(ListenSocket socket) {
    return new Endpoint(socket.transport(), socket.host(), socket.port());
  }

  private static boolean isOwn(String host, Interfaces interfaces) {
    try {
      return interfaces.has(InetAddress.getByName(host));
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** The sockets whose address this host has. */
  List<Endpoint> present() {
    return listens.stream().filter(endpoint -> !absent.contains(endpoint)).toList();
  }

  boolean hasTls() {
    return listens.stream().anyMatch(endpoint -> endpoint.protocol().equals(TLS));
  }

  /**
   * Checks that the sockets can be opened.
   *
   * @throws LaunchException if one cannot
   */
  void requireFree() {
    present().forEach(Ports::requireFree);
    if (!absent.isEmpty() && !new FreeBind().isAllowed()) {
      throw new LaunchException(
          "cannot listen on "
              + absent.get(0)
              + ": this host does not have the address, and the kernel binds to none of others; let"
              + " it by sysctl -w net.ipv4.ip_nonlocal_bind=1");
    }
  }

  /** What an operator should know about it. */
  List<String> notices() {
    List<String> notices = new ArrayList<>();
    if (tasks > 1) {
      notices.add(
          "children and socket_workers: "
              + tasks
              + " SIP tasks run at once, so calls may overtake one another; one task, the default"
              + " here, keeps their order");
    }
    int asked = parameters.intValue("shm_mem_size");
    if (parameters.get("shm_mem_size").isSet() && JvmOptions.heap(asked) != asked) {
      notices.add(
          "shm_mem_size="
              + asked
              + " is too little for a server; its heap has "
              + JvmOptions.heap(asked)
              + " MB");
    }
    return notices;
  }
}
