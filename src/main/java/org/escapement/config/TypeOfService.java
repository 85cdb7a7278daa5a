package org.escapement.config;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The names of RFC 1349 for an IP packet's type of service. */
public final class TypeOfService {

  private static final Map<String, Integer> NAMES =
      new TreeMap<>(
          Map.of(
              "IPTOS_LOWDELAY", 0x10,
              "IPTOS_THROUGHPUT", 0x08,
              "IPTOS_RELIABILITY", 0x04,
              "IPTOS_MINCOST", 0x02,
              "IPTOS_LOWCOST", 0x02));

  private TypeOfService() {}

  static Collection<String> names() {
    return NAMES.keySet();
  }

  /** Its number; null when the text is neither a number nor a name. */
  public static @Nullable Integer parse(String text) {
    Long number = Value.parseInt(text);
    return number == null
        ? NAMES.get(text.toUpperCase(Locale.ROOT))
        : number == number.intValue() ? Integer.valueOf(number.intValue()) : null;
  }
}
