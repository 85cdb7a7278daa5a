package org.escapement.suspend;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import javax.servlet.sip.SipServletRequest;
import org.escapement.command.Command;
import org.escapement.module.Module;
import org.escapement.module.ModuleContext;
import org.escapement.module.Parameter;
import org.escapement.route.RouteFunction;
import org.escapement.routing.MessageRouting;
import org.escapement.statistic.Statistics;
import org.escapement.suspend.Suspension.State;
import org.escapement.worker.WorkerGroup;
import org.jspecify.annotations.Nullable;

/** Kamailio's {@code tmx}, as far as it suspends and resumes. Part of every application. */
public final class SuspendModule implements Module {

  private static final int MOST = 10_000_000;
  private static final int QUEUE = 100_000;

  private final @Nullable MessageRouting routing;
  private int most;
  private Duration longest = Duration.ZERO;
  private volatile @Nullable SuspendedRequests requests;

  /** For a check of the configuration alone. */
  public SuspendModule() {
    this(null);
  }

  /** Resumed requests go through the routing of messages. */
  public SuspendModule(@Nullable MessageRouting routing) {
    this.routing = routing;
  }

  @Override
  public String name() {
    return "tmx";
  }

  @Override
  public boolean implicit() {
    return true;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Int(
            "max_suspended",
            "the most requests that are suspended at the same time",
            100_000,
            1,
            MOST,
            value -> most = (int) value),
        new Parameter.Int(
            "suspend_timeout",
            "seconds after which a suspended request is answered with 408",
            120,
            1,
            86_400,
            value -> longest = Duration.ofSeconds(value)));
  }

  @Override
  public int modInit(ModuleContext context) {
    requests =
        new SuspendedRequests(
            new Suspensions(most, context.clock()),
            context.alarms(),
            longest,
            new WorkerGroup("resume", QUEUE, context.executor()),
            new RoutedRequests(
                Objects.requireNonNull(routing, "a module that was made for a check cannot run")));
    return 0;
  }

  @Override
  public void statistics(Statistics statistics) {
    statistics.gauge(
        "tmx",
        "suspended_requests",
        "Requests that are suspended now",
        () -> requests().suspensions().waiting());
    statistics.gauge(
        "tmx",
        "suspend_refused",
        "Requests that could not be suspended for want of room",
        () -> requests().suspensions().refused());
    for (State end : State.values()) {
      if (end != State.SUSPENDED) {
        String name = "suspended_" + end.name().toLowerCase(Locale.ROOT);
        statistics.gauge(
            "tmx",
            name,
            "Suspended requests that ended as " + end,
            () -> requests().suspensions().ended(end));
      }
    }
  }

  @Override
  public List<Command> commands() {
    return new SuspendCommands(this::requests).commands();
  }

  @Override
  public void destroy() {
    SuspendedRequests present = requests;
    if (present != null) {
      present.close();
    }
  }

  @Override
  public List<RouteFunction> functions() {
    return List.of(
        new RouteFunction(
            "t_suspend",
            0,
            0,
            "suspends the transaction of the request; its session knows the handle",
            (request, none) -> suspended(request.get())),
        new RouteFunction(
            "t_continue",
            3,
            3,
            "INDEX, LABEL, ROUTE: runs the route on a suspended request in a worker",
            (request, given) ->
                requests()
                    .resume(Handle.parse(given.get(0) + ':' + given.get(1)), given.get(2))
                    .code()));
  }

  private int suspended(SipServletRequest request) {
    try {
      var unused = requests().suspend(request);
      return 1;
    } catch (RejectedExecutionException e) {
      return -1;
    }
  }

  /**
   * The suspended requests of the application.
   *
   * @throws IllegalStateException before the module is initialised
   */
  public SuspendedRequests requests() {
    SuspendedRequests present = requests;
    if (present == null) {
      throw new IllegalStateException("nothing can be suspended before tmx is initialised");
    }
    return present;
  }
}
