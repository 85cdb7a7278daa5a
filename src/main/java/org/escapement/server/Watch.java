package org.escapement.server;

import java.lang.management.ManagementFactory;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.enterprise.concurrent.ManagedScheduledExecutorService;
import javax.enterprise.context.ApplicationScoped;
import javax.enterprise.context.BeforeDestroyed;
import javax.enterprise.event.Observes;
import javax.inject.Inject;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.escapement.console.Console;
import org.escapement.console.QueuesView;
import org.escapement.metrics.Beans;
import org.escapement.metrics.EventCommands;
import org.escapement.metrics.EventRing;
import org.escapement.metrics.Health;
import org.escapement.metrics.Meters;
import org.escapement.metrics.TimerEvents;
import org.escapement.metrics.TimerReadings;
import org.escapement.shaping.Rehearsal;
import org.escapement.statistic.Statistics;
import org.escapement.timer.RouteTimers;
import org.jspecify.annotations.Nullable;

/** Has what operators look at brought up to date, once a second, for as long as the timers are. */
@ApplicationScoped
public class Watch {

  @Inject private Deployment deployment;
  @Inject private RouteTimers timers;
  @Inject private QueueStates queueStates;
  @Inject private TimerReadings readings;
  @Inject private MetricRegistry registry;
  @Inject private Health health;
  @Inject private EventRing events;
  @Inject private Statistics statistics;
  @Inject private Console console;
  @Inject private QueuesView queues;
  @Inject private Rehearsal rehearsal;

  private @Nullable Seconds seconds;
  private @Nullable Future<?> repetition;

  /**
   * Begins.
   *
   * @param application its name, which is in that of its MBeans
   */
  void start(ManagedScheduledExecutorService executor, String application) {
    TimerEvents timerEvents =
        new TimerEvents(timers, events, timer -> !rehearsal.isDrivenBy(timer));
    deployment.timers().onFailure(timerEvents::failed);
    deployment.commands().listen(EventCommands.listener(events));
    deployment.commands().add(EventCommands.of(events));
    Meters meters =
        new Meters(
            timers,
            readings,
            queueStates::meters,
            () -> statistics.select(Statistics.ALL),
            new MetricsRegistration(registry, application));
    Beans beans =
        new Beans(
            ManagementFactory.getPlatformMBeanServer(),
            application,
            timers,
            readings,
            queueStates::meters);
    beans.add(health);
    Seconds all = new Seconds(timerEvents, meters, beans, queues, console);
    seconds = all;
    repetition = executor.scheduleAtFixedRate(all::run, 0, 1, TimeUnit.SECONDS);
  }

  /** CDI ends: what is shown is still there, soon it will not be. */
  @SuppressWarnings("UnnecessaryQualifier") // it says which event is observed
  void ending(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
    if (repetition != null) {
      repetition.cancel(false);
    }
    if (seconds != null) {
      seconds.end();
    }
  }
}
