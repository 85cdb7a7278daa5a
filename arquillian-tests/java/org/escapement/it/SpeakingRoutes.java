package org.escapement.it;

import javax.enterprise.context.ApplicationScoped;
import javax.inject.Inject;
import org.escapement.queue.Item;
import org.escapement.queue.MessageQueues;
import org.escapement.route.Route;
import org.escapement.timer.TimerContext;
import org.escapement.variable.VariableContext;
import org.escapement.variable.Variables;
import org.jboss.logging.Logger;

/** Logs what its timer says about itself, and what the servlet put into the queue. */
@ApplicationScoped
public class SpeakingRoutes {

  private static final Logger LOG = Logger.getLogger("org.escapement.it.variables");

  @Inject private Variables variables;
  @Inject private MessageQueues queues;

  @Route("SPEAK_START")
  void start(TimerContext timer) {
    VariableContext context = variables.of(timer);
    variables.set("$ptimer(slice)", 40, context);
    variables.set("$var(runs)", 1, context);
    LOG.info(
        variables.expand(
            "$ptimer(name)/$ptimer(worker) begins with slice $ptimer(slice), $var(greeting),"
                + " limit $shv(limit), $def(WITH_LIMIT), $sel(cfg_get.caller.realm),"
                + " buffer $sel(cfg_get.core.pv_buffer_size)",
            context));
  }

  @Route("SPEAK")
  void speak(TimerContext timer) {
    VariableContext context = variables.of(timer);
    Item item = queues.fetch("calls", context);
    if (item != null) {
      LOG.info(
          variables.expand(
              "$ptimer(name) fetched $mqk(calls): $(mqv(calls){s.toupper}), run $var(runs),"
                  + " heard $stat(script:heard)",
              context));
    }
  }
}
