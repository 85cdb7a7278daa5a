package org.escapement.routing;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * {@code uri_host_extra_chars}: the characters that the host of a URI may have. Immutable.
 *
 * <p>The standard ones are letters, digits, {@code . -}, and within brackets those of an IPv6
 * address (RFC 3261, section 25.1).
 */
public final class HostCharacters {

  private final BitSet allowed = new BitSet();

  /** Takes the characters beside the standard ones. */
  public HostCharacters(String extra) {
    allowed.set('0', '9' + 1);
    allowed.set('a', 'z' + 1);
    allowed.set('A', 'Z' + 1);
    ".-".chars().forEach(allowed::set);
    extra.chars().forEach(allowed::set);
  }

  /** Whether a host has allowed characters only. */
  public boolean allow(@Nullable String host) {
    if (host == null || host.isEmpty()) {
      return false;
    }
    if (host.indexOf(':') >= 0) {
      return host.chars().allMatch(c -> "[]:.%".indexOf(c) >= 0 || allowed.get(c));
    }
    for (int i = 0; i < host.length(); i++) {
      if (!allowed.get(host.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
