package org.escapement.route;

import static java.util.stream.Collectors.toCollection;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
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
  private final Map<String, RouteFunction> functions = new LinkedHashMap<>();
  private final List<Consumer<String>> endings = new CopyOnWriteArrayList<>();
  private final RouteRules rules;

  /** A table whose routes have Kamailio's default limits. */
  public RouteTable() {
    this(RouteRules.usual());
  }

  public RouteTable(RouteRules rules) {
    this.rules = rules;
  }

  RouteRules rules() {
    return rules;
  }

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

  /**
   * Adds functions for routes, before any route runs.
   *
   * @throws IllegalArgumentException if there is one of the same name
   */
  public void add(Collection<RouteFunction> more) {
    for (RouteFunction function : more) {
      if (functions.putIfAbsent(function.name(), function) != null) {
        throw new IllegalArgumentException("there are two functions named " + function.name());
      }
    }
  }

  /** Has a listener told, on the route's thread, of each route that ends and is not nested. */
  public void onRouteEnd(Consumer<String> listener) {
    endings.add(listener);
  }

  void ended(String route) {
    List<Consumer<String>> all = endings; // by index, because an iterator would be allocated
    for (int i = 0; i < all.size(); i++) {
      all.get(i).accept(route);
    }
  }

  /**
   * The function of that name.
   *
   * @throws IllegalArgumentException if no module brings it
   */
  RouteFunction function(String name) {
    RouteFunction function = functions.get(name);
    if (function == null) {
      throw new IllegalArgumentException(
          "no function " + name + "; " + Nearest.advice("function", name, functions.keySet()));
    }
    return function;
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

  /** The route of that name for messages; empty if none was declared. */
  public Optional<MessageRoute> find(String name) {
    return Optional.ofNullable(routes.get(name)).map(MessageRoute::new);
  }

  /**
   * The route of that name for messages.
   *
   * @throws IllegalArgumentException with the nearest names if none was declared
   */
  public MessageRoute messageRoute(String name) {
    return new MessageRoute(route(name));
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
