package org.escapement.it;

import javax.enterprise.context.ApplicationScoped;
import org.escapement.route.Route;

/** What the timers that the console shows run. */
@ApplicationScoped
public class ConsoleRoutes {

  @Route("QUIET")
  void quiet() {
    // Its ticks are what is looked at.
  }

  @Route("FAILING")
  void failing() {
    throw new IllegalStateException("the ledger is closed");
  }
}
