package org.escapement.bench.lateness;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDataMap;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;

/**
 * Quartz with its store in memory and one thread. It counts in milliseconds of the wall clock, and
 * looks for triggers only so often: 10 ms is the least that makes sense.
 */
final class QuartzSubject implements Subject {

  private static final long LEAST_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
  private static final long AHEAD_MILLIS = 100;
  private static final String TICKS = "ticks";

  @Override
  public String name() {
    return "Quartz";
  }

  @Override
  public boolean reaches(long intervalNanos) {
    return intervalNanos >= LEAST_NANOS;
  }

  @Override
  public Running start(Ticks ticks) throws SchedulerException {
    Properties properties = new Properties();
    properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
    properties.setProperty("org.quartz.threadPool.threadCount", "1");
    properties.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
    Scheduler scheduler = new StdSchedulerFactory(properties).getScheduler();
    JobDataMap data = new JobDataMap();
    data.put(TICKS, ticks);
    JobDetail job = JobBuilder.newJob(Tick.class).usingJobData(data).build();
    Instant now = Clock.systemUTC().instant();
    long nanos = System.nanoTime();
    Instant first = Instant.ofEpochMilli(now.toEpochMilli() + AHEAD_MILLIS);
    ticks.origin(
        nanos
            + (first.getEpochSecond() - now.getEpochSecond()) * 1_000_000_000L
            + first.getNano()
            - now.getNano());
    Trigger trigger =
        TriggerBuilder.newTrigger()
            .startAt(Date.from(first))
            .withSchedule(
                SimpleScheduleBuilder.simpleSchedule()
                    .withIntervalInMilliseconds(
                        TimeUnit.NANOSECONDS.toMillis(ticks.intervalNanos()))
                    .repeatForever()
                    .withMisfireHandlingInstructionIgnoreMisfires())
            .build();
    scheduler.scheduleJob(job, trigger);
    scheduler.start();
    return () -> scheduler.shutdown(true);
  }

  /** Made anew by Quartz for each run. */
  public static final class Tick implements Job {
    @Override
    public void execute(JobExecutionContext context) {
      long now = System.nanoTime();
      if (context.getMergedJobDataMap().get(TICKS) instanceof Ticks ticks) {
        ticks.ran(now);
      }
    }
  }
}
