package org.escapement.system;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A kernel that keeps limits, and refuses what it is told to refuse. */
final class FakeLimits implements ProcessLimits {

  private final Map<Resource, Limit> limits = new EnumMap<>(Resource.class);
  @Nullable String unreachable;
  boolean refusing;
  int lockError;

  FakeLimits with(Resource resource, long soft, long hard) {
    limits.put(resource, new Limit(soft, hard));
    return this;
  }

  @Override
  public @Nullable String unreachable() {
    return unreachable;
  }

  @Override
  public Limit get(Resource resource) {
    return limits.get(resource);
  }

  @Override
  public boolean set(Resource resource, Limit limit) {
    if (!refusing) {
      limits.put(resource, limit);
    }
    return !refusing;
  }

  @Override
  public int lockMemory() {
    return lockError;
  }
}
