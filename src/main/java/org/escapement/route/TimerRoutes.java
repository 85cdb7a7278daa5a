package org.escapement.route;

import javax.servlet.ServletException;
import org.escapement.message.WorkerState;
import org.escapement.timer.TimerContext;
import org.escapement.timer.TimerDefinition;
import org.escapement.timer.WorkerBody;
import org.jspecify.annotations.Nullable;

/**
 * The body of a worker whose routes are methods. A synthetic request is made only when one of them
 * takes it.
 */
public final class TimerRoutes implements WorkerBody {

  private final TimerRun run;
  private final @Nullable CallableRoute start;
  private final CallableRoute loop;
  private final @Nullable CallableRoute end;

  private TimerRoutes(
      TimerRun run,
      @Nullable CallableRoute start,
      CallableRoute loop,
      @Nullable CallableRoute end) {
    this.run = run;
    this.start = start;
    this.loop = loop;
    this.end = end;
  }

  /**
   * Makes the bodies of a timer's workers. Its routes must be declared in the table, and bound when
   * the first worker is made.
   */
  public static WorkerBody.Factory factory(
      RouteTable table, WorkerState.Store store, TimerDefinition timer) {
    return context ->
        new TimerRoutes(
            new TimerRun(table, store, context),
            find(table, timer.start()),
            table.route(timer.loop()),
            find(table, timer.end()));
  }

  private static @Nullable CallableRoute find(RouteTable table, @Nullable String name) {
    return name == null ? null : table.route(name);
  }

  @Override
  public void open(TimerContext timer) throws ServletException {
    if (takesRequest(start) || loop.takesRequest() || takesRequest(end)) {
      run.request();
    }
  }

  private static boolean takesRequest(@Nullable CallableRoute route) {
    return route != null && route.takesRequest();
  }

  @Override
  public int start(TimerContext timer) throws Throwable {
    return start == null ? 1 : run.run(start);
  }

  @Override
  public int loop(TimerContext timer) throws Throwable {
    return run.run(loop);
  }

  @Override
  public void end(TimerContext timer) throws Throwable {
    if (end != null) {
      run.run(end);
    }
  }

  @Override
  public void close() {
    run.close();
  }
}
