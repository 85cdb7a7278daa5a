package org.escapement.system;

import static org.escapement.system.SystemLog.LOG;

import org.escapement.system.ProcessLimits.Limit;

/** What happens to the memory of the process: whether it is swapped out, or written to a core. */
public final class ProcessMemory {

  private static final Limit NOTHING = new Limit(0, 0);

  private final ProcessLimits limits;

  public ProcessMemory() {
    this(ProcessLimits.ofProcess());
  }

  ProcessMemory(ProcessLimits limits) {
    this.limits = limits;
  }

  /** {@code mlock_pages}: keeps all pages in memory; a refusal is a warning with the limit. */
  public void lock() {
    String reason = limits.unreachable();
    if (reason != null) {
      LOG.unreachable("mlock_pages", reason);
      return;
    }
    int error = limits.lockMemory();
    if (error == 0) {
      LOG.memoryLocked();
    } else {
      Limit limit = limits.get(Resource.LOCKED_MEMORY);
      LOG.memoryNotLocked(error, Limit.text(limit.soft()), Limit.text(limit.hard()));
    }
  }

  /** {@code disable_core_dump}: a crash leaves no core, whatever options the JVM has. */
  public void disableCoreDump() {
    String reason = limits.unreachable();
    if (reason != null) {
      LOG.unreachable("disable_core_dump", reason);
    } else if (limits.set(Resource.CORE, NOTHING)) {
      LOG.noCoreDump();
    } else {
      LOG.coreDumpRefused(Limit.text(limits.get(Resource.CORE).soft()));
    }
  }
}
