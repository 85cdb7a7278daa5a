package org.escapement.async;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.escapement.module.Module;
import org.escapement.module.ModuleContext;
import org.escapement.module.Parameter;
import org.escapement.module.Rank;
import org.escapement.parameter.AsyncGroup;
import org.escapement.parameter.CoreParameters;
import org.escapement.route.RouteFunction;
import org.escapement.statistic.Statistics;
import org.escapement.suspend.SuspendModule;
import org.escapement.text.Position;
import org.escapement.worker.WorkerGroup;
import org.escapement.worker.WorkerGroups;
import org.jspecify.annotations.Nullable;

/**
 * Kamailio's {@code async}, and the workers that the core parameters {@code async_workers}, {@code
 * async_workers_group}, {@code async_nonblock} and {@code async_usleep} ask for. Part of every
 * application.
 */
public final class AsyncModule implements Module {

  private static final Duration SLACK = Duration.ofMinutes(2);
  private static final int LARGEST_QUEUE = 10_000_000;

  private final SuspendModule suspend;
  private int queueSize;
  private List<AsyncGroup> settings = List.of();
  private volatile @Nullable Async async;
  private @Nullable ModuleContext context;

  /** For a check of the configuration alone. */
  public AsyncModule() {
    this(new SuspendModule());
  }

  public AsyncModule(SuspendModule suspend) {
    this.suspend = suspend;
  }

  @Override
  public String name() {
    return "async";
  }

  @Override
  public boolean implicit() {
    return true;
  }

  @Override
  public Set<String> dependencies() {
    return Set.of("tmx");
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Int(
            "queue_size",
            "the most tasks that wait for the workers of each group",
            100_000,
            1,
            LARGEST_QUEUE,
            value -> queueSize = (int) value));
  }

  @Override
  public List<RouteFunction> functions() {
    return new AsyncFunctions(this::async).list();
  }

  @Override
  public void statistics(Statistics statistics) {
    gauge(statistics, "tasks_queued", "Tasks that wait for async workers", WorkerGroup::queued);
    gauge(statistics, "tasks_accepted", "Tasks handed to async workers", WorkerGroup::accepted);
    gauge(statistics, "tasks_refused", "Tasks refused by full queues", WorkerGroup::refused);
    gauge(statistics, "tasks_failed", "Tasks that threw", WorkerGroup::failed);
    statistics.gauge(
        "async",
        "sleeps_postponed",
        "How often a sleep went on because the workers' queue was full",
        () -> async().postponed());
  }

  private void gauge(
      Statistics statistics, String name, String help, ToLongFunction<WorkerGroup> value) {
    statistics.gauge(
        "async", name, help, () -> async().groups().list().stream().mapToLong(value).sum());
  }

  @Override
  public int modInit(ModuleContext given) {
    context = given;
    settings = settings(given.parameters());
    List<WorkerGroup> groups = new ArrayList<>();
    settings.forEach(group -> groups.add(new WorkerGroup(group.name(), queueSize)));
    async =
        new Async(
            new WorkerGroups(groups), suspend::requests, given.clock(), given.alarms(), SLACK);
    int workers = settings.stream().mapToInt(AsyncGroup::workers).sum();
    if (workers > 0) {
      given.registerProcesses(workers);
    }
    return 0;
  }

  /** A group that is named default takes the place of that which async_workers asks for. */
  private static List<AsyncGroup> settings(CoreParameters parameters) {
    Map<String, AsyncGroup> groups = new LinkedHashMap<>();
    int workers = parameters.intValue("async_workers");
    if (workers > 0) {
      groups.put(
          WorkerGroups.DEFAULT,
          new AsyncGroup(
              WorkerGroups.DEFAULT,
              workers,
              parameters.bool("async_nonblock"),
              parameters.duration("async_usleep"),
              Position.of("async_workers")));
    }
    for (AsyncGroup group : parameters.list("async_workers_group", AsyncGroup.class)) {
      groups.put(group.name(), group);
    }
    return List.copyOf(groups.values());
  }

  @Override
  public int childInit(int rank) {
    ModuleContext given = context;
    if (rank == Rank.PROC_MAIN && given != null) {
      settings.forEach(group -> fork(group, given));
    }
    return 0;
  }

  private void fork(AsyncGroup setting, ModuleContext given) {
    WorkerGroup group = async().groups().group(setting.name());
    for (int i = 0; i < setting.workers(); i++) {
      given.forkProcess(
          Rank.PROC_XWORKER,
          "async " + setting.name() + '-' + i,
          setting.nonblock()
              ? () -> group.poll(given::stopping, setting.pause().toNanos())
              : () -> group.work(given::stopping));
    }
  }

  /**
   * What routes and servlets call.
   *
   * @throws IllegalStateException before the module is initialised
   */
  public Async async() {
    Async present = async;
    if (present == null) {
      throw new IllegalStateException("async is not initialised yet");
    }
    return present;
  }

  /**
   * Lets go of the rest of the application: servers keep servlets that have ended for a while, and
   * with them what these can reach.
   */
  @Override
  public void destroy() {
    async = null;
    context = null;
  }
}
