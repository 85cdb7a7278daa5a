package org.escapement.it;

import javax.enterprise.context.ApplicationScoped;
import org.escapement.route.Route;

/** A mistake: neither result nor parameter are those of a route. */
@ApplicationScoped
public class UnsoundRoutes {
  @Route("WRONG")
  long wrong(String text) {
    return text.length();
  }
}
