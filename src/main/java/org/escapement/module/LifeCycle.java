package org.escapement.module;

import java.util.ArrayList;
import java.util.List;

/**
 * The life of the modules, in the order in which they are loaded: {@code modInit} of each, then
 * {@code childInit} of each with {@code PROC_INIT}, {@code PROC_MAIN} and {@code
 * PROC_POSTCHILDINIT}; at the end {@code destroy} in reverse order.
 *
 * <p>A failure ends the start, and the modules that were initialised are destroyed. Not
 * thread-safe.
 */
public final class LifeCycle {

  /** A step that a module may fail. */
  @FunctionalInterface
  private interface Step {
    int run() throws Exception;
  }

  private final List<Module> modules;
  private final List<Module> initialised = new ArrayList<>();

  public LifeCycle(List<Module> modules) {
    this.modules = List.copyOf(modules);
  }

  /**
   * Starts the modules.
   *
   * @throws ModuleException if one fails; what had started has been ended then
   */
  public void start(ModuleContext context) {
    boolean sound = false;
    try {
      for (Module module : modules) {
        run(module, "modInit", () -> module.modInit(context));
        initialised.add(module);
      }
      childInit(Rank.PROC_INIT);
      childInit(Rank.PROC_MAIN);
      childInit(Rank.PROC_POSTCHILDINIT);
      sound = true;
    } finally {
      if (!sound) {
        destroy();
      }
    }
  }

  private void childInit(int rank) {
    String phase = "childInit(" + Rank.text(rank) + ')';
    for (Module module : modules) {
      run(module, phase, () -> module.childInit(rank));
    }
  }

  private static void run(Module module, String phase, Step step) {
    int result;
    try {
      result = step.run();
    } catch (Exception e) {
      throw new ModuleException(module.name(), phase, e.toString(), e);
    }
    if (result < 0) {
      throw new ModuleException(module.name(), phase, "it returned " + result, null);
    }
  }

  /** Destroys the modules that were initialised, the last one first. A second call does nothing. */
  public void destroy() {
    for (int i = initialised.size() - 1; i >= 0; i--) {
      Module module = initialised.get(i);
      try {
        module.destroy();
      } catch (Exception e) { // a module's fault must not keep the others from ending
        ModuleLog.LOG.destroyFailed(module.name(), e);
      }
    }
    initialised.clear();
  }
}
