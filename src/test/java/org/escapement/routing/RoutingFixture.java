package org.escapement.routing;

import java.util.ArrayList;
import java.util.List;
import org.escapement.parameter.CoreParameters;
import org.escapement.parameter.Cores;
import org.escapement.route.RouteDeclaration;
import org.escapement.route.RouteRules;
import org.escapement.route.RouteTable;
import org.escapement.statistic.Statistic;
import org.escapement.statistic.Statistics;
import org.escapement.text.Problem;
import org.escapement.text.Problems;

/** The routing of messages, with routes of a test and a servlet that notes what it gets. */
final class RoutingFixture {

  final Statistics statistics = new Statistics();
  final List<String> problems = new ArrayList<>();
  final List<String> reachedServlet = new ArrayList<>();
  final MessageRouting routing;
  final CoreParameters core;
  final RouteRules rules;

  RoutingFixture(String configuration, Object routes) {
    core = Cores.of(configuration);
    rules = MessageRouting.rules(core);
    RouteTable table = new RouteTable(rules);
    Problems found = new Problems();
    table.declare(RouteDeclaration.of(routes.getClass(), found), found);
    table.bind(routes.getClass(), routes);
    routing = new MessageRouting(statistics, rules);
    routing.configure(core, table, found);
    found.list().stream().map(Problem::toString).forEach(problems::add);
  }

  void send(FakeRequest request) throws Exception {
    routing.request(request.request(), r -> reachedServlet.add(r.getMethod()));
  }

  void receive(FakeRequest request, int status, boolean proxied, boolean ofBranch)
      throws Exception {
    routing.reply(
        request.reply(status, proxied, ofBranch),
        r -> reachedServlet.add(Integer.toString(r.getStatus())));
  }

  long count(String name) {
    return statistics.find(name).map(Statistic::value).orElseThrow();
  }
}
