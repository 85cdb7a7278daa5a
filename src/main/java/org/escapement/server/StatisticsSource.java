package org.escapement.server;

import javax.annotation.PostConstruct;
import javax.enterprise.context.ApplicationScoped;
import javax.enterprise.inject.Produces;
import javax.inject.Inject;
import org.escapement.parameter.CoreParameters;
import org.escapement.statistic.MemoryStatistics;
import org.escapement.statistic.Statistics;

/** The statistics of the application, for whoever injects them. */
@ApplicationScoped
public class StatisticsSource {

  private static final String DEFAULT_SEPARATOR = "_";

  @Inject private ServerParameters parameters;

  private Statistics statistics = new Statistics();

  @PostConstruct
  void begin() {
    statistics = of(parameters.parameters());
  }

  /** Those of a server, whose names are put together as {@code stats_name_separator} says. */
  static Statistics of(CoreParameters core) {
    Statistics made =
        new Statistics(() -> core.text("stats_name_separator").orElse(DEFAULT_SEPARATOR));
    var unused = new MemoryStatistics(made);
    return made;
  }

  @Produces
  Statistics statistics() {
    return statistics;
  }
}
