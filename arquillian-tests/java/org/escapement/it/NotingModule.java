package org.escapement.it;

import javax.enterprise.context.ApplicationScoped;
import javax.inject.Inject;
import org.escapement.module.Module;
import org.escapement.module.ModuleContext;
import org.escapement.shaping.CallQueues;

/** Notes in a system property, which outlives the application, on which instance it was ended. */
@ApplicationScoped
public class NotingModule implements Module {

  static final String DESTROYED = "it.undeploy.destroyed";

  @Inject private CallQueues queues;
  private boolean initialised;

  @Override
  public String name() {
    return "noting";
  }

  @Override
  public int modInit(ModuleContext context) {
    System.clearProperty(DESTROYED);
    initialised = true;
    return 0;
  }

  @Override
  public void destroy() {
    String beans = queues.list().isEmpty() ? "" : ", beans alive";
    System.setProperty(DESTROYED, (initialised ? "after modInit" : "fresh") + beans);
  }
}
