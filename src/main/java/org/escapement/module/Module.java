package org.escapement.module;

import java.util.List;
import java.util.Set;
import org.escapement.command.Command;
import org.escapement.route.RouteFunction;
import org.escapement.statistic.Statistics;
import org.escapement.variable.VariableCatalogue;

/**
 * A named unit that a configuration loads with {@code loadmodule} and sets with {@code modparam}.
 *
 * <p>A CDI bean of this type is found by itself, and so is a class that an archive's {@code
 * META-INF/services/org.escapement.module.Module} names; a class that is both counts once, as a
 * bean. A module overrides what it needs and nothing else.
 *
 * <p>{@link #configure}, {@link #modInit}, {@link #childInit} with {@code PROC_INIT}, {@code
 * PROC_MAIN} and {@code PROC_POSTCHILDINIT}, and {@link #destroy} are called from one thread at a
 * time, in this order. Every other {@code childInit} is called by the worker that it is for,
 * several possibly at the same time. An exception or a result below 0 ends the deployment.
 */
public interface Module {

  /** The name in {@code loadmodule}. */
  String name();

  /** What {@code modparam} may set. */
  default List<Parameter> parameters() {
    return List.of();
  }

  /** The names of the modules that this one needs; they must be loaded before it. */
  default Set<String> dependencies() {
    return Set.of();
  }

  /**
   * Whether the module is part of every application that has it: without {@code loadmodule} it
   * comes before all those that are loaded.
   */
  default boolean implicit() {
    return false;
  }

  /**
   * Takes what the configuration sets for this module. Nothing is started yet: the configuration
   * may only be checked. A module that has to check its parameters together overrides this, and has
   * {@link Settings#apply} set them one by one.
   */
  default void configure(Settings settings) {
    settings.apply(parameters());
  }

  /** What routes may call by name. Called once, after {@link #configure}. */
  default List<RouteFunction> functions() {
    return List.of();
  }

  /** The commands that the module answers. Called once, after {@link #configure}. */
  default List<Command> commands() {
    return List.of();
  }

  /** Declares what the module counts; called once, before {@link #modInit}. */
  default void statistics(Statistics statistics) {}

  /**
   * Adds the module's pseudo-variables and transformations; called once, before {@link #modInit}
   * and before any text with variables is read.
   */
  default void variables(VariableCatalogue catalogue) {}

  /**
   * Prepares the module's work, once, before any worker exists; the only place to register workers.
   * Timers that it adds begin when the whole application is ready.
   *
   * @return below 0 to end the deployment
   */
  default int modInit(ModuleContext context) throws Exception {
    return 0;
  }

  /**
   * Prepares one worker, on its thread and before its task; and the whole, for the special ranks
   * {@link Rank#PROC_INIT}, {@link Rank#PROC_MAIN} and {@link Rank#PROC_POSTCHILDINIT}.
   *
   * @param rank see {@link Rank}; need not be unique
   * @return below 0 to end the deployment
   */
  default int childInit(int rank) throws Exception {
    return 0;
  }

  /** Ends the module's work, after all workers and timers have ended. */
  default void destroy() throws Exception {}
}
