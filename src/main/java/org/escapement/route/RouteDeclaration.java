package org.escapement.route;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.escapement.text.Position;
import org.escapement.text.Problems;
import org.escapement.timer.TimerContext;

/**
 * A method that is a route.
 *
 * @param owner the class of the servlet or bean that it runs on; the method may be inherited
 */
public record RouteDeclaration(String name, Class<?> owner, Method method) {

  static final Set<Class<?>> PARAMETERS =
      new LinkedHashSet<>(
          List.of(
              TimerContext.class,
              RouteContext.class,
              MessageContext.class,
              SipServletRequest.class,
              SipServletResponse.class,
              SipServletMessage.class));

  private static final Set<Class<?>> RESULTS = Set.of(int.class, boolean.class, void.class);

  /** The class and method, for messages. */
  public Position position() {
    return position(owner, method);
  }

  boolean takesRequest() {
    return List.of(method.getParameterTypes()).contains(SipServletRequest.class);
  }

  /**
   * Finds the routes of a class, its superclasses' included, and reports those that cannot be one.
   *
   * @return the sound ones
   */
  public static List<RouteDeclaration> of(Class<?> owner, Problems problems) {
    List<RouteDeclaration> found = new ArrayList<>();
    for (Method method : RouteMethods.of(owner)) {
      Route route = method.getAnnotation(Route.class);
      if (route != null && isSound(route.value(), owner, method, problems)) {
        found.add(new RouteDeclaration(route.value(), owner, method));
      }
    }
    return found;
  }

  private static boolean isSound(String name, Class<?> owner, Method method, Problems problems) {
    Position position = position(owner, method);
    int before = problems.list().size();
    if (name.isBlank()) {
      problems.add(position, "a route without a name", "give it one: @Route(\"NAME\")");
    }
    if (Modifier.isStatic(method.getModifiers()) || Modifier.isPrivate(method.getModifiers())) {
      problems.add(
          position,
          "route " + name + " is private or static",
          "make it an instance method that is not private");
    }
    if (!RESULTS.contains(method.getReturnType())) {
      problems.add(
          position,
          "route " + name + " returns " + method.getReturnType().getTypeName(),
          "let it return int, boolean or void");
    }
    Set<Class<?>> seen = new HashSet<>();
    for (Class<?> parameter : method.getParameterTypes()) {
      if (!PARAMETERS.contains(parameter) || !seen.add(parameter)) {
        problems.add(
            position,
            "route "
                + name
                + " cannot take the parameter "
                + parameter.getTypeName()
                + (seen.contains(parameter) ? " twice" : ""),
            "take any of "
                + PARAMETERS.stream().map(Class::getSimpleName).collect(joining(", "))
                + ", each at most once");
      }
    }
    return problems.list().size() == before;
  }

  private static Position position(Class<?> owner, Method method) {
    return Position.of(owner.getName() + '.' + method.getName());
  }
}
