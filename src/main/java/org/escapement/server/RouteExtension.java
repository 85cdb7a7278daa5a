package org.escapement.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.enterprise.event.Observes;
import javax.enterprise.inject.spi.AnnotatedType;
import javax.enterprise.inject.spi.Bean;
import javax.enterprise.inject.spi.Extension;
import javax.enterprise.inject.spi.ProcessAnnotatedType;
import javax.enterprise.inject.spi.ProcessManagedBean;
import javax.enterprise.inject.spi.ProcessSessionBean;
import javax.enterprise.inject.spi.WithAnnotations;
import javax.servlet.sip.SipServlet;
import org.escapement.route.Route;
import org.escapement.route.RouteDeclaration;
import org.escapement.route.RouteTable;
import org.escapement.route.RouteTimer;
import org.escapement.route.TimerDeclaration;
import org.escapement.text.Position;
import org.escapement.text.Problems;

/** Finds the classes with routes and timers while the application's bean archives are scanned. */
public class RouteExtension implements Extension {

  private final Set<Class<?>> classes = new LinkedHashSet<>();
  private final Map<Class<?>, Bean<?>> beans = new LinkedHashMap<>();

  void found(
      @Observes @WithAnnotations({Route.class, RouteTimer.class}) ProcessAnnotatedType<?> event) {
    AnnotatedType<?> type = event.getAnnotatedType();
    if (!type.getJavaClass().isInterface()) {
      classes.add(type.getJavaClass());
    }
  }

  void managed(@Observes ProcessManagedBean<?> event) {
    bean(event.getBean());
  }

  void session(@Observes ProcessSessionBean<?> event) {
    bean(event.getBean());
  }

  private void bean(Bean<?> bean) {
    if (classes.contains(bean.getBeanClass())) {
      beans.put(bean.getBeanClass(), bean);
    }
  }

  /**
   * Declares all routes that were found; a route on a class that the server never makes an instance
   * of is a problem.
   */
  void declare(RouteTable table, Problems problems) {
    for (Class<?> type : classes) {
      List<RouteDeclaration> routes = RouteDeclaration.of(type, problems);
      if (!routes.isEmpty() && !isServlet(type) && !beans.containsKey(type)) {
        problems.add(
            Position.of(type.getName()),
            "a class with routes is neither a SIP servlet nor a CDI bean",
            "make it one, such as by @ApplicationScoped");
      }
      table.declare(routes, problems);
    }
  }

  /** The timers that annotations define. */
  List<TimerDeclaration> timers() {
    List<TimerDeclaration> timers = new ArrayList<>();
    classes.forEach(type -> timers.addAll(TimerDeclaration.of(type)));
    return timers;
  }

  /**
   * The beans that have routes. SIP servlets are left out: the container makes their instances, and
   * says so.
   */
  List<Bean<?>> beans() {
    return beans.values().stream()
        .<Bean<?>>map(bean -> bean)
        .filter(bean -> !isServlet(bean.getBeanClass()))
        .toList();
  }

  private static boolean isServlet(Class<?> type) {
    return SipServlet.class.isAssignableFrom(type);
  }
}
