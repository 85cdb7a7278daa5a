package org.escapement.server;

import javax.annotation.PostConstruct;
import javax.enterprise.context.ApplicationScoped;
import javax.enterprise.inject.Produces;
import javax.inject.Inject;
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
    rules = MessageRouting.rules(parameters.parameters());
    routing = new MessageRouting(statistics, rules);
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
