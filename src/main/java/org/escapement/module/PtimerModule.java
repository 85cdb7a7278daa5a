package org.escapement.module;

import java.util.ArrayList;
import java.util.List;
import org.escapement.config.Statement.ModParam;
import org.escapement.config.Value;
import org.escapement.route.RouteTable;
import org.escapement.route.TimerDeclaration;
import org.escapement.route.TimerRoutes;
import org.escapement.text.Position;
import org.escapement.text.Problems;
import org.escapement.timer.TimerDefinition;
import org.escapement.timer.TimerDefinitions;

/**
 * Kamailio's {@code ptimer}: route timers from the configuration, and those that annotations
 * define.
 */
public final class PtimerModule implements Module {

  private final List<TimerDeclaration> annotated;
  private final RouteTable routes;
  private final boolean routesKnown;
  private List<TimerDefinition> timers = new ArrayList<>();

  private PtimerModule(List<TimerDeclaration> annotated, RouteTable routes, boolean routesKnown) {
    this.annotated = List.copyOf(annotated);
    this.routes = routes;
    this.routesKnown = routesKnown;
  }

  /** Of an application whose routes are known: a timer that names another one is a problem. */
  public PtimerModule(List<TimerDeclaration> annotated, RouteTable routes) {
    this(annotated, routes, true);
  }

  /** For checking a configuration without the application. */
  public static PtimerModule withoutRoutes() {
    return new PtimerModule(List.of(), new RouteTable(), false);
  }

  @Override
  public String name() {
    return "ptimer";
  }

  /**
   * Reads the timers of annotations first; call it with an empty list when the module is not
   * loaded.
   */
  @Override
  public void configure(List<ModParam> parameters, Problems problems) {
    TimerDefinitions definitions = new TimerDefinitions(problems);
    annotated.forEach(timer -> timer.define(definitions));
    parameters.forEach(parameter -> set(definitions, parameter));
    timers = definitions.build();
    if (routesKnown) {
      definitions.checkRoutes(routes.names(), problems);
    }
  }

  private static void set(TimerDefinitions definitions, ModParam parameter) {
    String name = parameter.parameter().text();
    Value value = parameter.value();
    boolean known = TimerDefinitions.parameters().contains(name);
    Position position = known ? value.position() : parameter.parameter().position();
    if (value instanceof Value.Int number) {
      definitions.set(name, number.value(), position);
    } else {
      definitions.set(name, value.text(), position);
    }
  }

  @Override
  public void modInit(ModuleContext context) {
    for (TimerDefinition timer : timers) {
      context.timers().add(timer, TimerRoutes.factory(context.routes(), context.states(), timer));
    }
  }
}
