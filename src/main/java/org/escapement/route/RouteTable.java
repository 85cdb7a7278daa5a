package org.escapement.route;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.escapement.text.Nearest;
import org.escapement.text.Problems;

/**
 * The routes of the application by name: declared at deployment, bound to their servlets and beans
 * as those come to be.
 *
 * <p>Declaring is done by one thread; binding and look-ups may come from any.
 */
public final class RouteTable {

  private final Map<String, RouteDeclaration> declared = new LinkedHashMap<>();
  private final Map<String, BoundRoute> bound = new ConcurrentHashMap<>();

  /** Adds routes; a name given twice is a problem that names both places. */
  public void declare(Collection<RouteDeclaration> declarations, Problems problems) {
    for (RouteDeclaration declaration : declarations) {
      RouteDeclaration other = declared.putIfAbsent(declaration.name(), declaration);
      if (other != null && !other.equals(declaration)) {
        problems.add(
            declaration.position(),
            "route " + declaration.name() + " is declared at " + other.position() + " too",
            "give one of them another name");
      }
    }
  }

  /** The names of all routes declared, in the order of declaration. */
  public Set<String> names() {
    return Collections.unmodifiableSet(declared.keySet());
  }

  /** The classes that have routes but were not bound to an instance yet. */
  public Set<Class<?>> unboundOwners() {
    Set<Class<?>> owners = new LinkedHashSet<>();
    for (RouteDeclaration declaration : declared.values()) {
      if (!bound.containsKey(declaration.name())) {
        owners.add(declaration.owner());
      }
    }
    return owners;
  }

  /**
   * Binds the routes of a class to the instance that they run on.
   *
   * @param target an instance of {@code owner}, or a proxy of one
   */
  public void bind(Class<?> owner, Object target) {
    for (RouteDeclaration declaration : declared.values()) {
      if (declaration.owner() == owner) {
        bound.put(declaration.name(), new BoundRoute(declaration, target));
      }
    }
  }

  /**
   * The route of that name.
   *
   * @throws IllegalArgumentException if none was declared
   * @throws IllegalStateException if its servlet or bean is not there yet
   */
  BoundRoute bound(String name) {
    BoundRoute route = bound.get(name);
    if (route != null) {
      return route;
    }
    RouteDeclaration declaration = declared.get(name);
    if (declaration == null) {
      throw new IllegalArgumentException(
          "no route " + name + "; " + Nearest.advice("route", name, declared.keySet()));
    }
    throw new IllegalStateException(
        "route "
            + name
            + " has no instance of "
            + declaration.owner().getName()
            + " yet; give the servlet a load-on-startup");
  }
}
