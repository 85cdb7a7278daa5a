package org.escapement.route;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.escapement.text.Position;
import org.escapement.timer.TimerDefinitions;
import org.escapement.timer.TimerDraft;

/**
 * A timer that an annotation defines.
 *
 * @param loop the loop route: the annotation's, or the route that it stands on
 * @param position the annotated class or method
 */
public record TimerDeclaration(RouteTimer timer, String loop, Position position) {

  /** Finds the timers that a class and its route methods define. */
  public static List<TimerDeclaration> of(Class<?> owner) {
    List<TimerDeclaration> found = new ArrayList<>();
    for (RouteTimer timer : owner.getAnnotationsByType(RouteTimer.class)) {
      found.add(new TimerDeclaration(timer, timer.loop(), Position.of(owner.getName())));
    }
    for (Method method : RouteMethods.of(owner)) {
      for (RouteTimer timer : method.getAnnotationsByType(RouteTimer.class)) {
        Position position = Position.of(owner.getName() + '.' + method.getName());
        found.add(new TimerDeclaration(timer, loop(timer, method), position));
      }
    }
    return found;
  }

  private static String loop(RouteTimer timer, Method method) {
    Route route = method.getAnnotation(Route.class);
    return timer.loop().isEmpty() && route != null ? route.value() : timer.loop();
  }

  /** Adds this timer; what is wrong with it is reported to the problems of {@code definitions}. */
  public void define(TimerDefinitions definitions) {
    TimerDraft draft =
        definitions
            .draft(timer.name(), position)
            .type(timer.type())
            .interval(timer.interval(), position)
            .nworkers(timer.nworkers(), position)
            .ntasks(timer.ntasks(), position)
            .nslices(timer.nslices(), position)
            .accuracy(timer.accuracy(), position)
            .missed(timer.missed())
            .clock(timer.clock(), position)
            .executor(timer.executor())
            .autostart(timer.autostart());
    if (!timer.start().isEmpty()) {
      draft.start(timer.start(), position);
    }
    if (!loop.isEmpty()) {
      draft.loop(loop, position);
    }
    if (!timer.end().isEmpty()) {
      draft.end(timer.end(), position);
    }
  }
}
