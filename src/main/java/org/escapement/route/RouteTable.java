package org.escapement.route;

import static java.util.stream.Collectors.toCollection;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.escapement.text.Nearest;
import org.escapement.text.Problems;

/**
 * The routes of the application by name: declared at deployment, bound to their servlets and beans
 * as those come to be.
 *
 * <p>Declaring is done by one thread before anything else; binding and look-ups may come from any.
 */
public final class RouteTable {

  private final Map<String, CallableRoute> routes = new LinkedHashMap<>();
  private volatile RouteWatch watch = RouteWatch.NONE;

  /** Adds routes; a name given twice is a problem that names both places. */
  public void declare(Collection<RouteDeclaration> declarations, Problems problems) {
    for (RouteDeclaration declaration : declarations) {
      CallableRoute other = routes.putIfAbsent(declaration.name(), new CallableRoute(declaration));
      if (other != null) {
        problems.add(
            declaration.position(),
            "route "
                + declaration.name()
                + " is declared at "
                + other.declaration().position()
                + " too",
            "give one of them another name");
      }
    }
  }

  /** The names of all routes, in the order of declaration. */
  public Set<String> names() {
    return Collections.unmodifiableSet(routes.keySet());
  }

  /** The classes that have routes but were not bound to an instance yet. */
  public Set<Class<?>> unboundOwners() {
    return routes.values().stream()
        .filter(route -> !route.isBound())
        .map(route -> route.declaration().owner())
        .collect(toCollection(LinkedHashSet::new));
  }

  /**
   * Binds the routes of a class to the instance that they run on.
   *
   * @param target an instance of {@code owner}, or a proxy of one
   */
  public void bind(Class<?> owner, Object target) {
    routes.values().stream()
        .filter(route -> route.declaration().owner() == owner)
        .forEach(route -> route.bind(target));
  }

  /** Has someone told how long the calls of all routes take. */
  public void watch(RouteWatch other) {
    watch = other;
  }

  RouteWatch watch() {
    return watch;
  }

  /**
   * The route of that name.
   *
   * @throws IllegalArgumentException if none was declared
   */
  CallableRoute route(String name) {
    CallableRoute route = routes.get(name);
    if (route == null) {
      throw new IllegalArgumentException(
          "no route " + name + "; " + Nearest.advice("route", name, routes.keySet()));
    }
    return route;
  }
}
