package org.escapement.timer;

/**
 * What a sync timer does about due times that passed while a loop route ran. Each of them is
 * counted in any case.
 */
public enum MissedPolicy {
  /** Run at once and continue the grid from then. */
  REBASE,
  /** Wait for the next due time on the old grid. */
  SKIP,
  /** Run once for every due time that passed. */
  BURST
}
