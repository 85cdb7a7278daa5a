package org.escapement.system;

import java.util.OptionalInt;
import org.escapement.parameter.CoreParameters;

/**
 * {@code udp_mtu} as SIP containers know it. They keep to RFC 3261, section 18.1.1: a request goes
 * by TCP when it comes within 200 bytes of the path's MTU.
 */
public final class PathMtu {

  private static final int RESERVE = 200;

  /** No datagram is larger. */
  private static final int NEVER = 65_535 + RESERVE;

  private PathMtu() {}

  /** The MTU to tell the container; empty when the configuration leaves it alone. */
  public static OptionalInt of(CoreParameters parameters) {
    if (!parameters.get("udp_mtu").isSet() && !parameters.get("udp_mtu_try_proto").isSet()) {
      return OptionalInt.empty();
    }
    int largest = parameters.intValue("udp_mtu");
    boolean tcp = parameters.text("udp_mtu_try_proto").orElse("UDP").equals("TCP");
    return OptionalInt.of(largest > 0 && tcp ? largest + RESERVE : NEVER);
  }
}
