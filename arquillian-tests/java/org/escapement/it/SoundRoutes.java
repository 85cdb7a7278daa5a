package org.escapement.it;

import javax.enterprise.context.ApplicationScoped;
import org.escapement.route.Route;

/** A route as it should be. */
@ApplicationScoped
public class SoundRoutes {
  @Route("QUEUE_LOOP")
  void loop() {}
}
