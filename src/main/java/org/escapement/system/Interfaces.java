package org.escapement.system;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The network interfaces that are up, with their addresses. Immutable.
 *
 * @param byName in the order of the system
 */
public record Interfaces(Map<String, List<InetAddress>> byName) {

  public Interfaces {
    byName = new LinkedHashMap<>(byName);
  }

  /**
   * Those of this machine now.
   *
   * @throws IllegalStateException if the system does not tell
   */
  public static Interfaces ofMachine() {
    Map<String, List<InetAddress>> found = new LinkedHashMap<>();
    try {
      for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
        if (each.isUp()) {
          found.put(each.getName(), each.inetAddresses().toList());
        }
      }
    } catch (SocketException e) {
      throw new IllegalStateException("the system does not tell its network interfaces", e);
    }
    return new Interfaces(found);
  }

  /** All addresses. */
  public List<InetAddress> all() {
    return byName.values().stream().flatMap(List::stream).toList();
  }

  /** Whether this host has an address; the wildcard addresses count as its own. */
  public boolean has(InetAddress address) {
    return address.isAnyLocalAddress() || address.isLoopbackAddress() || all().contains(address);
  }
}
