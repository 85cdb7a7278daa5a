package org.escapement.route;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The methods of a class that routes and timers may stand on. */
final class RouteMethods {

  private RouteMethods() {}

  /**
   * The methods of a class and its superclasses, without those that are overridden: an annotation
   * on one of these no longer counts. The compiler's bridges, which carry copies of annotations,
   * are left out before they can hide the method that they lead to.
   */
  static List<Method> of(Class<?> owner) {
    List<Method> found = new ArrayList<>();
    Set<String> signatures = new HashSet<>();
    for (Class<?> type = owner; type != null && type != Object.class; type = type.getSuperclass()) {
      for (Method method : type.getDeclaredMethods()) {
        if (!method.isBridge()
            && signatures.add(method.getName() + List.of(method.getParameterTypes()))) {
          found.add(method);
        }
      }
    }
    return found;
  }
}
