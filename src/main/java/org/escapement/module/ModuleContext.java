package org.escapement.module;

import java.util.List;
import java.util.concurrent.Executor;
import org.escapement.clock.Alarms;
import org.escapement.clock.NanoClock;
import org.escapement.command.CommandTable;
import org.escapement.config.SocketAddress;
import org.escapement.message.WorkerState;
import org.escapement.parameter.CoreParameters;
import org.escapement.route.RouteTable;
import org.escapement.timer.TimerControl;
import org.escapement.timer.TimerDefinition;
import org.escapement.timer.TimerRegistry;
import org.escapement.timer.WorkerBody;

/**
 * What a module works with.
 *
 * @param commands all commands of operators; a module adds its own
 * @param parameters the core parameters
 * @param timers all route timers
 * @param routes all routes; those of servlets can run only when the application is ready
 * @param states makes the state of a worker's run
 * @param clock the monotonic clock
 * @param alarms of that clock
 * @param executor the server's threads, for short tasks
 * @param aliases names under which a URI is this server's own, beside its listen addresses
 * @param processes the module's way to workers of its own
 */
public record ModuleContext(
    CommandTable commands,
    CoreParameters parameters,
    TimerRegistry timers,
    RouteTable routes,
    WorkerState.Store states,
    NanoClock clock,
    Alarms alarms,
    Executor executor,
    List<SocketAddress> aliases,
    Processes processes)
    implements Processes {

  public ModuleContext {
    aliases = List.copyOf(aliases);
  }

  /**
   * Adds a route timer in {@code modInit}, and registers the threads that its workers have of their
   * own.
   */
  public TimerControl addTimer(TimerDefinition definition, WorkerBody.Factory factory) {
    int before = timers.dedicatedWorkers();
    TimerControl timer = timers.add(definition, factory);
    int own = timers.dedicatedWorkers() - before;
    if (own > 0) {
      processes.registerProcesses(own);
    }
    return timer;
  }

  @Override
  public void registerProcesses(int count) {
    processes.registerProcesses(count);
  }

  @Override
  public int processCount() {
    return processes.processCount();
  }

  @Override
  public void forkProcess(int rank, String name, Runnable task) {
    processes.forkProcess(rank, name, task);
  }

  @Override
  public boolean stopping() {
    return processes.stopping();
  }
}
