package org.escapement.server;

import java.util.List;
import javax.enterprise.context.ApplicationScoped;
import javax.enterprise.inject.Produces;
import javax.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;
import org.escapement.metrics.Health;

/** The application's health for MicroProfile Health: {@code /health} and what is below it. */
@ApplicationScoped
@SuppressWarnings("UnnecessaryQualifier") // they say of which kind the produced check is
public class HealthChecks {

  private static final String NAME = "escapement";

  @Inject private Health health;

  @Produces
  @Startup
  HealthCheck started() {
    return () -> HealthCheckResponse.named(NAME + "-workers").status(health.isStarted()).build();
  }

  @Produces
  @Readiness
  HealthCheck ready() {
    return () -> response(NAME + "-calls", health.getNotReady());
  }

  @Produces
  @Liveness
  HealthCheck live() {
    return () -> response(NAME + "-routes", health.getSlowRoutes());
  }

  /** Up without reasons against it, which are numbered else. */
  private static HealthCheckResponse response(String name, List<String> reasons) {
    HealthCheckResponseBuilder response = HealthCheckResponse.named(name).status(reasons.isEmpty());
    for (int i = 0; i < reasons.size(); i++) {
      response.withData("reason" + (i + 1), reasons.get(i));
    }
    return response.build();
  }
}
