package org.escapement.module;

import java.util.List;
import org.escapement.route.RouteTable;
import org.escapement.route.TimerDeclaration;

/**
 * What the classes of the application declare.
 *
 * @param routes all routes; at the time of configuration they only have names
 * @param timers those that annotations define
 */
public record Application(RouteTable routes, List<TimerDeclaration> timers) {

  public Application {
    timers = List.copyOf(timers);
  }
}
