package org.escapement.server;

import javax.enterprise.context.ApplicationScoped;
import javax.enterprise.inject.Produces;
import javax.inject.Inject;
import org.escapement.statistic.MemoryStatistics;
import org.escapement.statistic.Statistics;

/** The statistics of the application, for whoever injects them. */
@ApplicationScoped
public class StatisticsSource {

  private static final String DEFAULT_SEPARATOR = "_";

  @Inject private ServerParameters parameters;

  private final Statistics statistics = new Statistics(this::separator);

  StatisticsSource() {
    var unused = new MemoryStatistics(statistics);
  }

  private String separator() {
    return parameters.parameters().text("stats_name_separator").orElse(DEFAULT_SEPARATOR);
  }

  @Produces
  Statistics statistics() {
    return statistics;
  }
}
