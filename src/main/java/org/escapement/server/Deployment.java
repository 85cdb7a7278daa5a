package org.escapement.server;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javax.enterprise.context.ApplicationScoped;
import javax.enterprise.context.BeforeDestroyed;
import javax.enterprise.event.Observes;
import javax.enterprise.inject.spi.BeanManager;
import javax.inject.Inject;
import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipServlet;
import javax.servlet.sip.SipURI;
import org.escapement.command.CommandTable;
import org.escapement.message.SyntheticRequests;
import org.escapement.message.WorkerState;
import org.escapement.module.Application;
import org.escapement.module.LifeCycle;
import org.escapement.module.Module;
import org.escapement.module.Modules;
import org.escapement.module.Pause;
import org.escapement.module.ProcessTable;
import org.escapement.module.StartSettings;
import org.escapement.module.Workers;
import org.escapement.natives.NativeCalls;
import org.escapement.parameter.CoreParameters;
import org.escapement.route.RouteDeclaration;
import org.escapement.route.RouteRules;
import org.escapement.route.RouteTable;
import org.escapement.routing.MessageRouting;
import org.escapement.text.ConfigurationException;
import org.escapement.text.Problem;
import org.escapement.text.Problems;
import org.escapement.timer.NativeThreadId;
import org.escapement.timer.TimerContext;
import org.escapement.timer.TimerRegistry;
import org.jspecify.annotations.Nullable;

/**
 * The life of the application: all is read, checked and prepared at deployment, before a SIP
 * servlet exists; the timers start with the last servlet that has routes; at undeployment they end,
 * and then the modules.
 */
@ApplicationScoped
public class Deployment {

  @Inject private BeanManager beanManager;
  @Inject private ServerParameters parameters;
  @Inject private Effects effects;
  @Inject private RouteRules rules;
  @Inject private MessageRouting routing;
  @Inject private ConfiguredModules configured;
  @Inject private BuiltInCommands builtIn;

  private RouteTable routes = new RouteTable();
  private final SipListens listens = new SipListens();
  private final CommandTable commands = new CommandTable();
  private @Nullable LifeCycle modules;
  private @Nullable ModuleFinder finder;
  private @Nullable RouteBeans beans;
  private Duration exitTimeout = Duration.ZERO;
  private @Nullable Future<?> variables;
  private volatile @Nullable Engine engine;
  private final AtomicBoolean stopped = new AtomicBoolean();
  private volatile @Nullable SipFactory factory;
  private volatile boolean workersRun;
  private volatile List<String> moduleNames = List.of();

  /**
   * Reads and checks the configuration and prepares everything up to the timers' start.
   *
   * @throws ConfigurationException if anything is wrong; each problem has been logged then
   * @throws org.escapement.module.ModuleException if a module could not begin
   */
  void prepare(ManagedThreads threads) {
    try {
      routes = new RouteTable(rules);
      RouteExtension found = beanManager.getExtension(RouteExtension.class);
      Problems problems = new Problems();
      found.declare(routes, problems);
      finder = new ModuleFinder(beanManager);
      List<Module> used =
          configured.configure(
              new Modules(finder.find(Deployment.class.getClassLoader())),
              new Application(routes, found.timers()),
              commands,
              threads,
              problems);
      problems.throwIfAny();
      exitTimeout = parameters.loaded().duration("exit_timeout");
      effects.ownNames(threads.shortTasks()).forEach(routing::addAlias);
      beans = new RouteBeans(beanManager);
      beans.bind(found.beans(), routes);
      initialise(used, threads);
      new StartupReport(routes.names(), engine().timers().list(), parameters.loaded())
          .writeIfWanted();
      variables = parameters.watch();
    } catch (ConfigurationException e) {
      e.problems().stream().map(Problem::toString).forEach(ServerLog.LOG::problem);
      letGo();
      throw e;
    }
  }

  /** The container may tell nobody of the end after a failed start, so what began is ended here. */
  private void initialise(List<Module> used, ManagedThreads threads) {
    moduleNames = used.stream().map(Module::name).toList();
    CoreParameters core = parameters.loaded();
    StartSettings settings = StartSettings.of(core);
    Workers workers = new Workers(settings, threads, NativeThreadId.ofPlatform(), Pause.sleeping());
    LifeCycle life = new LifeCycle(used, workers, settings.fork());
    Engine begun = new Engine(threads, workers, settings.fork());
    modules = life;
    engine = begun;
    boolean sound = false;
    try {
      builtIn.addTo(commands, used, workers.table(), core, listens::list);
      life.start(processes -> begun.context(commands, core, routes, this::openState, processes));
      sound = true;
    } finally {
      if (!sound) {
        stop();
      }
    }
  }

  private WorkerState openState(TimerContext timer) {
    SipFactory present = factory;
    if (present == null) {
      throw new IllegalStateException(
          "timer " + timer.name() + " runs before the SIP container is ready");
    }
    return new SyntheticRequests(present, routing.ownAddress()::uri).open(timer);
  }

  /**
   * A SIP servlet has come to be: binds its routes, and starts the timers when it was the last one
   * that has routes.
   *
   * @param interfaces the addresses that the container listens on at the moment
   */
  synchronized void servletInitialized(
      SipServlet servlet, SipFactory sipFactory, Supplier<List<SipURI>> interfaces) {
    effects.compare(interfaces);
    factory = sipFactory;
    listens.learn(servlet.getServletContext());
    routes.bind(servlet.getClass(), servlet);
    reportUnseenRoutes(servlet.getClass());
    Set<Class<?>> missing = routes.unboundOwners();
    if (missing.isEmpty()) {
      engine().ready();
      workersRun = true;
    } else {
      ServerLog.LOG.waitingForServlets(missing.toString());
    }
  }

  private void reportUnseenRoutes(Class<?> servlet) {
    for (RouteDeclaration route : RouteDeclaration.of(servlet, new Problems())) {
      if (!routes.names().contains(route.name())) {
        ServerLog.LOG.routeNotSeen(route.position().toString(), route.name());
      }
    }
  }

  /**
   * CDI ends: beans can still be used, in end routes and by modules, which they cannot when the
   * container tells the EJB singletons.
   */
  @SuppressWarnings("UnnecessaryQualifier") // it says which event is observed
  void ending(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
    stop();
  }

  /**
   * Ends all timers and workers within the exit timeout each, then the modules in reverse order of
   * loading. A second call does nothing.
   */
  private void stop() {
    Engine running = engine;
    if (running == null || stopped.getAndSet(true)) {
      return;
    }
    workersRun = false;
    if (variables != null) {
      variables.cancel(false);
    }
    running.stopTimers(exitTimeout);
    if (modules != null) {
      modules.stop(exitTimeout);
    }
    running.end();
    if (beans != null) {
      beans.release();
    }
    if (finder != null) {
      finder.release();
    }
    ServerLog.LOG.stopped();
    letGo();
  }

  private void letGo() {
    configured.close();
    effects.end();
    NativeCalls.end();
  }

  /** All commands. */
  CommandTable commands() {
    return commands;
  }

  /** The names of the modules, in the order of loading. */
  List<String> moduleNames() {
    return moduleNames;
  }

  /** Whether the workers have begun, and no stop has. */
  boolean isRunning() {
    return workersRun;
  }

  /** All workers. */
  ProcessTable processes() {
    return engine().processes();
  }

  /** All timers. */
  TimerRegistry timers() {
    return engine().timers();
  }

  private Engine engine() {
    Engine present = engine;
    if (present == null) {
      throw new IllegalStateException("the application is not prepared yet");
    }
    return present;
  }
}
