package org.escapement.it;

import java.util.concurrent.atomic.AtomicInteger;
import javax.ejb.Singleton;
import org.escapement.route.Route;

/** An enterprise bean with a route; such a bean must be a class of its own. */
@Singleton
public class RoutedEjb {

  static final AtomicInteger RUNS = new AtomicInteger();

  /** Counts its runs. */
  @Route("EJB")
  public void tick() {
    RUNS.incrementAndGet();
  }
}
