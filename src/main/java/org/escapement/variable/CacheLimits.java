package org.escapement.variable;

/**
 * How much of what was read is kept.
 *
 * @param limit most variables in the texts that are kept: {@code pv_cache_limit}, at least 1
 * @param dropLeastUsed past the limit, the least used texts make room; otherwise further texts are
 *     not kept: {@code pv_cache_action}
 */
public record CacheLimits(int limit, boolean dropLeastUsed) {

  /** Kamailio's defaults. */
  public static final CacheLimits DEFAULT = new CacheLimits(2048, false);

  public CacheLimits {
    if (limit < 1) {
      throw new IllegalArgumentException("pv_cache_limit " + limit + " is at least 1");
    }
  }
}
