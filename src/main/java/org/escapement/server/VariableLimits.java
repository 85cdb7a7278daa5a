package org.escapement.server;

import org.escapement.parameter.CoreParameters;
import org.escapement.parameter.IntParameter;
import org.escapement.variable.CacheLimits;
import org.escapement.variable.ExpansionLimits;

/** What pseudo-variables may take, as the core parameters say at the moment. */
final class VariableLimits {

  private static final int DROP_LEAST_USED = 1;

  private final IntParameter bufferSize;
  private final IntParameter bufferSlots;
  private final IntParameter cacheLimit;
  private final IntParameter cacheAction;

  VariableLimits(CoreParameters core) {
    bufferSize = core.intParameter("pv_buffer_size");
    bufferSlots = core.intParameter("pv_buffer_slots");
    cacheLimit = core.intParameter("pv_cache_limit");
    cacheAction = core.intParameter("pv_cache_action");
  }

  ExpansionLimits expansion() {
    return new ExpansionLimits(bufferSize.getAsInt(), bufferSlots.getAsInt());
  }

  CacheLimits caching() {
    return new CacheLimits(cacheLimit.getAsInt(), cacheAction.getAsInt() == DROP_LEAST_USED);
  }
}
