package org.escapement.console;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** What the page's head says of the server. Immutable, thread-safe. */
public class About {

  private static final long MILLIS_PER_SECOND = 1_000;

  private final String version;
  private final String host;
  private final LongSupplier upMillis;

  /**
   * What is known of the server.
   *
   * @param upMillis how long it has been up, in milliseconds
   */
  public About(String version, String host, LongSupplier upMillis) {
    this.version = version;
    this.host = host;
    this.upMillis = upMillis;
  }

  Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("version", version);
    tree.put("host", host);
    tree.put("upSeconds", upMillis.getAsLong() / MILLIS_PER_SECOND);
    return tree;
  }
}
