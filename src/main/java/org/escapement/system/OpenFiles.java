package org.escapement.system;

import static org.escapement.system.SystemLog.LOG;

import org.escapement.system.ProcessLimits.Limit;

/** The number of files that the process may have open. */
public final class OpenFiles {

  private final ProcessLimits limits;

  public OpenFiles() {
    this(ProcessLimits.ofProcess());
  }

  OpenFiles(ProcessLimits limits) {
    this.limits = limits;
  }

  /**
   * Raises the soft limit as far as the hard limit lets it, and warns with both figures when that
   * is not enough. A limit that is higher already is left alone.
   */
  public void require(long wanted) {
    String reason = limits.unreachable();
    if (reason != null) {
      LOG.unreachable("open_files_limit", reason);
      return;
    }
    Limit before = limits.get(Resource.OPEN_FILES);
    long reachable = atMost(before.hard(), wanted);
    if (isBelow(before.soft(), reachable)
        && limits.set(Resource.OPEN_FILES, new Limit(reachable, before.hard()))) {
      LOG.openFilesRaised(Limit.text(before.soft()), Limit.text(reachable));
    }
    Limit after = limits.get(Resource.OPEN_FILES);
    if (isBelow(after.soft(), wanted)) {
      LOG.openFilesBeyondHardLimit(wanted, Limit.text(after.soft()), Limit.text(after.hard()));
    }
  }

  private static long atMost(long hard, long wanted) {
    return hard == Limit.UNLIMITED ? wanted : Math.min(hard, wanted);
  }

  private static boolean isBelow(long limit, long wanted) {
    return limit != Limit.UNLIMITED && limit < wanted;
  }
}
