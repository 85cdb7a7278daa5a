package org.escapement.bench;

import picocli.CommandLine.Option;

/** The options that all benchmarks have. */
public final class RunOptions {

  private static final int ROUNDS = 3;

  @Option(
      names = "--quick",
      description = "one short round, to see that everything works: its figures mean little")
  private boolean quick;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "how often each subject is measured, in turn (default: 3; with --quick: 1)")
  private int rounds;

  /** Whether a short run was asked for. */
  public boolean quick() {
    return quick;
  }

  /** How many rounds to run, at least 1. */
  public int rounds() {
    return rounds > 0 ? rounds : quick ? 1 : ROUNDS;
  }
}
