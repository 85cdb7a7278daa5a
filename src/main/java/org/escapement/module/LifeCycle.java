package org.escapement.module;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The life of the modules, in the order in which they are loaded: {@code modInit} of each, {@code
 * childInit} of each with {@code PROC_INIT}, then with {@code PROC_MAIN}, when workers are started
 * and initialised in their own threads; when all are, {@code childInit} of each with {@code
 * PROC_POSTCHILDINIT}. At the end the workers end, and {@code destroy} is called in reverse order.
 *
 * <p>In no-fork mode {@code childInit} is called in this thread alone: with {@code PROC_INIT},
 * {@code PROC_MAIN} and {@code PROC_SIPINIT}.
 *
 * <p>A failure ends the start, and what had begun is ended in reverse order. Not thread-safe.
 */
public final class LifeCycle {

  /** A step that a module may fail. */
  @FunctionalInterface
  private interface Step {
    int run() throws Exception;
  }

  private static final Duration END_AFTER_FAILURE = Duration.ofSeconds(10);

  private final List<Module> modules;
  private final Workers workers;
  private final boolean fork;
  private final Registrations registrations;
  private final List<Module> initialised = new ArrayList<>();

  /**
   * @param modules those that are loaded, in order
   * @param fork false for no-fork mode
   */
  public LifeCycle(List<Module> modules, Workers workers, boolean fork) {
    this.modules = List.copyOf(modules);
    this.workers = workers;
    this.fork = fork;
    this.registrations = new Registrations(workers);
    workers.initialisedBy(this::childInit);
  }

  /** Makes what a module works with. */
  @FunctionalInterface
  public interface Contexts {
    /** The context of the module that {@code processes} is for. */
    ModuleContext of(Processes processes);
  }

  /**
   * Starts modules and workers.
   *
   * @throws ModuleException if a module fails; what had started has been ended then
   */
  public void start(Contexts contexts) {
    boolean sound = false;
    try {
      for (Module module : modules) {
        ModuleContext context = contexts.of(registrations.of(module));
        registrations.modInit(module);
        run(module, "modInit", () -> module.modInit(context));
        initialised.add(module);
        workers.pauseAfterModInit();
      }
      registrations.complete();
      childInit(Rank.PROC_INIT);
      registrations.forking(true);
      childInit(Rank.PROC_MAIN);
      registrations.forking(false);
      childInitOfWorkers();
      sound = true;
    } finally {
      registrations.forking(false);
      if (!sound) {
        stop(END_AFTER_FAILURE);
      }
    }
  }

  private void childInitOfWorkers() {
    if (fork) {
      workers.awaitInitialised();
      childInit(Rank.PROC_POSTCHILDINIT);
    } else {
      childInit(Rank.PROC_SIPINIT);
      workers.awaitInitialised();
    }
  }

  private void childInit(int rank) {
    String phase = "childInit, rank " + Rank.text(rank);
    for (Module module : modules) {
      run(module, phase, () -> module.childInit(rank));
    }
  }

  private static void run(Module module, String phase, Step step) {
    int result;
    try {
      result = step.run();
    } catch (Exception | LinkageError e) { // a module made for another version lacks classes
      throw new ModuleException(module.name(), phase, e.toString(), e);
    }
    if (result < 0) {
      throw new ModuleException(module.name(), phase, "it returned " + result, null);
    }
  }

  /**
   * Ends the workers, then destroys the modules that were initialised, the last one first. A second
   * call does nothing.
   *
   * @param limit how long to wait for workers; zero waits without limit
   */
  public void stop(Duration limit) {
    workers.stop(limit);
    for (int i = initialised.size() - 1; i >= 0; i--) {
      Module module = initialised.get(i);
      try {
        module.destroy();
      } catch (Exception | LinkageError e) { // one module's fault must not keep others from ending
        ModuleLog.LOG.destroyFailed(module.name(), e);
      }
    }
    initialised.clear();
  }
}
