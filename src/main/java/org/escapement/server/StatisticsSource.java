package org.escapement.server;

import javax.enterprise.context.ApplicationScoped;
import javax.enterprise.inject.Produces;
import org.escapement.statistic.MemoryStatistics;
import org.escapement.statistic.Statistics;

/** The statistics of the application, for whoever injects them. */
@ApplicationScoped
public class StatisticsSource {

  private final Statistics statistics = new Statistics();

  StatisticsSource() {
    var unused = new MemoryStatistics(statistics);
  }

  @Produces
  Statistics statistics() {
    return statistics;
  }
}
