package org.escapement.module;

import org.jspecify.annotations.Nullable;

/** Who has registered and started how many workers, and when that is allowed. */
final class Registrations {

  private final Workers workers;
  private @Nullable Module initialising;
  private boolean complete;
  private volatile boolean forking;
  private @Nullable Thread main;
  private int total;

  Registrations(Workers workers) {
    this.workers = workers;
  }

  /** A module's own way to workers. */
  Processes of(Module module) {
    return new Share(module);
  }

  /** The module's {@code modInit} comes next. */
  void modInit(Module module) {
    main = Thread.currentThread();
    initialising = module;
  }

  /** All {@code modInit}s have returned. */
  void complete() {
    initialising = null;
    complete = true;
  }

  /** Whether {@code childInit(PROC_MAIN)} is under way. */
  void forking(boolean allowed) {
    forking = allowed;
  }

  private final class Share implements Processes {
    private final Module module;
    private int registered;
    private int forked;

    Share(Module module) {
      this.module = module;
    }

    @Override
    public void registerProcesses(int count) {
      if (count < 1) {
        throw new IllegalArgumentException(
            "module " + module.name() + " registers " + count + " workers; give at least 1");
      }
      if (initialising != module || Thread.currentThread() != main) {
        throw new IllegalStateException(
            "module " + module.name() + " may register workers in its modInit only");
      }
      registered += count;
      total += count;
    }

    @Override
    public int processCount() {
      if (!complete) {
        throw new IllegalStateException(
            "module "
                + module.name()
                + " asks for the number of workers in modInit, when others may still register"
                + " some; ask in childInit(PROC_INIT) or later");
      }
      return total;
    }

    @Override
    public void forkProcess(int rank, String name, Runnable task) {
      if (!forking || Thread.currentThread() != main) {
        throw new IllegalStateException(
            "module "
                + module.name()
                + " may start worker "
                + name
                + " in childInit(PROC_MAIN) only");
      }
      if (rank == Rank.PROC_INIT || rank == Rank.PROC_MAIN || rank == Rank.PROC_POSTCHILDINIT) {
        throw new IllegalArgumentException(
            "worker " + name + " of module " + module.name() + " cannot be " + Rank.text(rank));
      }
      if (forked == registered) {
        throw new IllegalStateException(
            "module "
                + module.name()
                + " has registered "
                + registered
                + " workers and starts one more, "
                + name
                + "; register all of them in modInit");
      }
      forked++;
      workers.start(Workers.Kind.MODULE, rank, name, task);
    }

    @Override
    public boolean stopping() {
      return workers.stopping();
    }
  }
}
