package org.escapement.server;

import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.annotation.Resource;
import javax.enterprise.concurrent.ManagedScheduledExecutorService;
import javax.enterprise.context.ApplicationScoped;
import javax.enterprise.inject.Produces;
import javax.inject.Singleton;
import org.eclipse.microprofile.config.Config;
import org.escapement.clock.SystemClocks;
import org.escapement.console.About;
import org.escapement.console.Console;
import org.escapement.console.EventsView;
import org.escapement.console.ParametersView;
import org.escapement.console.QueuesView;
import org.escapement.console.Section;
import org.escapement.console.SystemView;
import org.escapement.console.TimersView;
import org.escapement.metrics.EventRing;
import org.escapement.metrics.Health;
import org.escapement.metrics.TimerReadings;
import org.escapement.parameter.CoreParameters;
import org.escapement.timer.Interval;
import org.escapement.timer.RouteTimers;
import org.escapement.variable.builtin.Version;

/** Makes what operators look at: the console, the last events, the health. */
@ApplicationScoped
public class Operations {

  /** How long a route may run before the application counts as stuck. */
  static final String LONGEST_RUN = "escapement.health.longest_run";

  private static final String LONGEST_RUN_DEFAULT = "60s";

  @Resource private ManagedScheduledExecutorService executor;

  @Produces
  @Singleton
  EventRing events() {
    return new EventRing(System::currentTimeMillis);
  }

  @Produces
  @Singleton
  TimerReadings readings(RouteTimers timers) {
    return new TimerReadings(timers, SystemClocks.MONOTONIC);
  }

  @Produces
  @Singleton
  Health health(RouteTimers timers, Deployment deployment, QueueStates queues, Config config) {
    return new Health(timers, deployment::isRunning, queues::health, () -> longestRunNanos(config));
  }

  /** Asked anew each time: a server variable can change. */
  private static long longestRunNanos(Config config) {
    String text = config.getOptionalValue(LONGEST_RUN, String.class).orElse(LONGEST_RUN_DEFAULT);
    try {
      return Interval.parse(text).nanos();
    } catch (IllegalArgumentException e) {
      ServerLog.LOG.badLongestRun(LONGEST_RUN, String.valueOf(e.getMessage()), LONGEST_RUN_DEFAULT);
      return Interval.parse(LONGEST_RUN_DEFAULT).nanos();
    }
  }

  @Produces
  @Singleton
  QueuesView queues(QueueStates states) {
    return new QueuesView(states::rows);
  }

  @Produces
  @Singleton
  Console console(
      RouteTimers timers,
      QueuesView queues,
      EventRing events,
      CoreParameters parameters,
      Deployment deployment) {
    TimersView view = new TimersView(timers, SystemClocks.MONOTONIC);
    List<Section> sections = new ArrayList<>();
    sections.add(Section.of("queues", queues::tree));
    sections.add(EventsView.of(events));
    sections.add(ParametersView.of(parameters));
    sections.add(SystemView.modules(deployment::moduleNames));
    sections.add(SystemView.workers(() -> deployment.processes().list()));
    sections.addAll(view.sections());
    return new Console(sections, () -> history(view, queues, events), this::later);
  }

  private void later(Runnable task, long millis) {
    Future<?> unused = executor.schedule(task, millis, TimeUnit.MILLISECONDS);
  }

  private static Object history(TimersView timers, QueuesView queues, EventRing events) {
    Map<String, Object> history = new LinkedHashMap<>();
    history.put("timers", timers.history());
    history.put("queues", queues.history());
    history.put("events", EventsView.history(events));
    return history;
  }

  @Produces
  @Singleton
  About about() {
    return new About(
        Version.ofClasses().number(), host(), ManagementFactory.getRuntimeMXBean()::getUptime);
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) { // a machine need not know its own name
      return "localhost";
    }
  }
}
