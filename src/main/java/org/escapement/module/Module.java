package org.escapement.module;

import java.util.List;
import org.escapement.config.Statement.ModParam;
import org.escapement.text.Problems;

/**
 * A named unit that a configuration loads with {@code loadmodule} and sets with {@code modparam}. A
 * CDI bean of this type is found by itself.
 *
 * <p>All methods are called from one thread, in this order: {@link #configure}, {@link #modInit},
 * {@link #destroy}.
 */
public interface Module {

  /** The name in {@code loadmodule}. */
  String name();

  /**
   * Takes the parameters that the configuration sets for this module. Nothing is started yet: the
   * configuration may only be checked.
   *
   * @param parameters in the order of the configuration
   * @param problems receives what is wrong with them
   */
  void configure(List<ModParam> parameters, Problems problems);

  /** Prepares the module's work. Timers that it adds begin when the whole application is ready. */
  default void modInit(ModuleContext context) {}

  /** Ends the module's work, after all timers have ended. */
  default void destroy() {}
}
