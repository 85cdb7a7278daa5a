package org.escapement.it;

import java.util.concurrent.CountDownLatch;
import javax.enterprise.context.ApplicationScoped;
import org.escapement.route.Route;

/** A route that hangs as one whose database does not answer, and one that lets it go on. */
@ApplicationScoped
public class HangingRoutes {

  private final CountDownLatch released = new CountDownLatch(1);

  @Route("HANGING")
  void hang() throws InterruptedException {
    released.await();
  }

  @Route("FREEING")
  void free() {
    released.countDown();
  }
}
