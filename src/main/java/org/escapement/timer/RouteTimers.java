package org.escapement.timer;

import java.util.List;

/**
 * All route timers of the application: inject it, or look up {@code
 * java:global/escapement/RouteTimers}.
 *
 * <p>Thread-safe.
 */
public interface RouteTimers {

  /** The timers in the order of the configuration. */
  List<TimerControl> list();

  /**
   * Finds a timer by its name.
   *
   * @throws TimerFaultException 400 for an empty name, 404 for an unknown one
   */
  TimerControl timer(String name);
}
