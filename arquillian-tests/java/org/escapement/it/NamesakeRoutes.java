package org.escapement.it;

import javax.enterprise.context.ApplicationScoped;
import org.escapement.route.Route;

/** A mistake: its route has the name of another. */
@ApplicationScoped
public class NamesakeRoutes {
  @Route("QUEUE_LOOP")
  void other() {}
}
