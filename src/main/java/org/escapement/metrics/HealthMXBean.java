package org.escapement.metrics;

import java.util.List;

/** The health of the application, for JMX. */
public interface HealthMXBean {

  /** Whether all workers run. */
  boolean isStarted();

  /** Whether calls are taken. */
  boolean isReady();

  /** Whether no route has been running for too long. */
  boolean isLive();

  /** Why it is not ready, one line each. */
  List<String> getNotReady();

  /** The routes that have been running for too long, one line each. */
  List<String> getSlowRoutes();
}
