package org.escapement.server;

import javax.annotation.PostConstruct;
import javax.enterprise.context.ApplicationScoped;
import javax.enterprise.inject.Produces;
import javax.inject.Inject;
import org.escapement.log.Latency;
import org.escapement.log.LogPrefix;
import org.escapement.parameter.CoreParameters;
import org.escapement.route.RouteRules;
import org.escapement.routing.MessageRouting;
import org.escapement.statistic.Statistics;

/** The limits of routes, and the routing of messages, for whoever injects them. */
@ApplicationScoped
public class RoutingSource {

  @Inject private ServerParameters parameters;
  @Inject private Statistics statistics;

  private RouteRules rules = RouteRules.usual();
  private MessageRouting routing = MessageRouting.plain();

  @PostConstruct
  void begin() {
    rules = rules(parameters.parameters());
    routing = new MessageRouting(statistics, rules);
  }

  /** The limits and reports that follow the core parameters. */
  static RouteRules rules(CoreParameters core) {
    return new RouteRules(
        core.intParameter("max_recursive_level"),
        core.intParameter("max_while_loops"),
        new Latency(
            new Latency.Settings(
                core.intParameter("latency_limit_action"),
                core.intParameter("latency_limit_db"),
                core.intParameter("latency_log"),
                core.intParameter("latency_cfg_log"))),
        new LogPrefix(core.intParameter("log_prefix_mode")));
  }

  @Produces
  RouteRules rules() {
    return rules;
  }

  @Produces
  MessageRouting routing() {
    return routing;
  }
}
