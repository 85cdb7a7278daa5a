package org.escapement.login;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Stops guessing: after {@value #MOST_FAILURES} wrong passwords for a user from one address, that
 * address cannot log in as that user for {@value #LOCKED_SECONDS} seconds.
 *
 * <p>Thread-safe. It remembers the last {@value #MOST_ENTRIES} pairs that failed.
 */
final class Lockout {

  static final int MOST_FAILURES = 5;
  static final long LOCKED_SECONDS = 300;
  static final int MOST_ENTRIES = 1_024;

  private static final long SECOND = 1_000_000_000L;

  private record Key(String user, String address) {}

  private record Entry(int failures, long lastNanos) {}

  private final LongSupplier nanos;
  private final Map<Key, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param nanos a monotonic clock in nanoseconds
   */
  Lockout(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** The seconds that a user is still locked at an address; 0 when not. */
  synchronized long lockedSeconds(String user, String address) {
    Entry entry = entries.get(new Key(user, address));
    if (entry == null || entry.failures < MOST_FAILURES) {
      return 0;
    }
    long left = LOCKED_SECONDS * SECOND - (nanos.getAsLong() - entry.lastNanos);
    return left <= 0 ? 0 : (left + SECOND - 1) / SECOND;
  }

  /**
   * A wrong password. Failures that lie a lock's length back no longer count.
   *
   * @return whether the user is locked now
   */
  synchronized boolean failed(String user, String address) {
    Key key = new Key(user, address);
    long now = nanos.getAsLong();
    Entry before = entries.get(key);
    boolean counts = before != null && now - before.lastNanos < LOCKED_SECONDS * SECOND;
    int failures = counts && before != null ? before.failures + 1 : 1;
    entries.put(key, new Entry(failures, now));
    if (entries.size() > MOST_ENTRIES) {
      entries.remove(entries.keySet().iterator().next());
    }
    return failures >= MOST_FAILURES;
  }

  /** A right password. */
  synchronized void succeeded(String user, String address) {
    entries.remove(new Key(user, address));
  }

  /** How many pairs are remembered; for tests. */
  synchronized int size() {
    return entries.size();
  }
}
