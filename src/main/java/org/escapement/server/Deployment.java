package org.escapement.server;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javax.enterprise.context.ApplicationScoped;
import javax.enterprise.context.BeforeDestroyed;
import javax.enterprise.context.spi.CreationalContext;
import javax.enterprise.event.Observes;
import javax.enterprise.inject.spi.Bean;
import javax.enterprise.inject.spi.BeanManager;
import javax.inject.Inject;
import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipServlet;
import javax.servlet.sip.SipURI;
import org.eclipse.microprofile.config.Config;
import org.escapement.command.Audit;
import org.escapement.command.CommandTable;
import org.escapement.command.SystemCommands;
import org.escapement.config.Configuration;
import org.escapement.config.Notice;
import org.escapement.config.Reading;
import org.escapement.config.RouteBlocks;
import org.escapement.config.Severity;
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
import org.escapement.parameter.CoreParameters;
import org.escapement.parameter.NoEffects;
import org.escapement.route.RouteDeclaration;
import org.escapement.route.RouteRules;
import org.escapement.route.RouteTable;
import org.escapement.routing.MessageRouting;
import org.escapement.rpc.CoreCommands;
import org.escapement.rpc.ServerCommands;
import org.escapement.rpc.StatsCommands;
import org.escapement.statistic.Statistics;
import org.escapement.text.ConfigurationException;
import org.escapement.text.Position;
import org.escapement.text.Problem;
import org.escapement.text.Problems;
import org.escapement.timer.NativeThreadId;
import org.escapement.timer.TimerContext;
import org.escapement.timer.TimerRegistry;
import org.escapement.variable.Format;
import org.jspecify.annotations.Nullable;

/**
 * The life of the application: all is read, checked and prepared at deployment, before a SIP
 * servlet exists; the timers start with the last servlet that has routes; at undeployment they end,
 * and then the modules.
 */
@ApplicationScoped
public class Deployment {

  private static final String VERSION = "0.1.0";

  @Inject private BeanManager beanManager;
  @Inject private Config config;
  @Inject private ServerParameters parameters;
  @Inject private Effects effects;
  @Inject private RouteRules rules;
  @Inject private MessageRouting routing;
  @Inject private Statistics statistics;
  @Inject private VariablesSource texts;

  private RouteTable routes = new RouteTable();
  private final SipListens listens = new SipListens();
  private final List<CreationalContext<?>> routeBeans = new ArrayList<>();
  private final CommandTable commands = new CommandTable();
  private @Nullable LifeCycle modules;
  private @Nullable ModuleFinder finder;
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
          load(
              new Modules(finder.find(Deployment.class.getClassLoader())),
              new Application(routes, found.timers()),
              threads,
              problems);
      problems.throwIfAny();
      effects.ownNames(threads.shortTasks()).forEach(routing::addAlias);
      found.beans().forEach(this::bind);
      initialise(used, threads);
      reportStart(parameters.loaded());
      variables = parameters.watch();
    } catch (ConfigurationException e) {
      e.problems().stream().map(Problem::toString).forEach(ServerLog.LOG::problem);
      effects.end();
      throw e;
    }
  }

  /** The container may tell nobody of the end after a failed start, so what began is ended here. */
  private void initialise(List<Module> used, ManagedThreads threads) {
    CoreParameters core = parameters.loaded();
    StartSettings settings = StartSettings.of(core);
    Workers workers = new Workers(settings, threads, NativeThreadId.ofPlatform(), Pause.sleeping());
    LifeCycle life = new LifeCycle(used, workers, settings.fork());
    Engine begun = new Engine(threads, workers, settings.fork());
    modules = life;
    engine = begun;
    boolean sound = false;
    try {
      addCommands(used, workers, core);
      life.start(processes -> begun.context(commands, core, routes, this::openState, processes));
      sound = true;
    } finally {
      if (!sound) {
        stop();
      }
    }
  }

  /** What the server itself brings; the modules add theirs when they are initialised. */
  private void addCommands(List<Module> used, Workers workers, CoreParameters core) {
    moduleNames = used.stream().map(Module::name).toList();
    commands.listen(new Audit());
    commands.add(new SystemCommands(commands).commands());
    commands.add(
        new CoreCommands(VERSION, Clock.system(ZoneId.systemDefault()), moduleNames).commands());
    commands.add(new ServerCommands(workers.table(), core, listens::list).commands());
    commands.add(new StatsCommands(statistics).commands());
    commands.add(texts.commands());
  }

  private List<Module> load(
      Modules available, Application application, ManagedThreads threads, Problems problems) {
    Reading reading =
        new ConfigurationSource(config, Deployment.class.getClassLoader()).read(available.names());
    Configuration configuration = reading.configuration();
    reading.problems().forEach(problems::add);
    parameters.load(configuration, problems);
    texts.defines(configuration.defines());
    CoreParameters core = parameters.loaded();
    effects.begin(threads);
    routing.configure(core, routes, problems);
    tell(configuration, core);
    exitTimeout = core.duration("exit_timeout");
    List<Module> used =
        reading.modulesComplete()
            ? available.configure(configuration, Optional.of(application), problems)
            : List.of();
    used.forEach(module -> declare(module, problems));
    if (reading.modulesComplete()) {
      prefixLogs(texts.logPrefix(configuration, problems));
    }
    effects.apply(problems);
    return used;
  }

  private void prefixLogs(@Nullable Format prefix) {
    if (prefix != null) {
      routing.prefixLogs(message -> prefix.expand(texts.variables().of(message)));
    }
  }

  /** What a module brings by name. */
  private void declare(Module module, Problems problems) {
    try {
      routes.add(module.functions());
      commands.add(module.commands());
      module.statistics(statistics);
      module.variables(texts.catalogue());
    } catch (IllegalArgumentException e) { // a name that something else has
      problems.add(
          Position.of("module " + module.name()),
          String.valueOf(e.getMessage()),
          "give one of them another name");
    }
  }

  private void reportStart(CoreParameters core) {
    if (core.bool("verbose_startup")) {
      new StartupReport(routes.names(), engine().timers().list(), core)
          .lines()
          .forEach(ServerLog.LOG::verbose);
    }
  }

  /** Says what an operator should know of the configuration. */
  private void tell(Configuration configuration, CoreParameters core) {
    configuration.notices().forEach(Deployment::tell);
    new NoEffects(core).notices().forEach(Deployment::tell);
    new RouteBlocks(configuration).notices(routes.names()).forEach(Deployment::tell);
  }

  private static void tell(Notice notice) {
    if (notice.severity() == Severity.WARNING) {
      ServerLog.LOG.warning(notice.toString());
    } else {
      ServerLog.LOG.notice(notice.toString());
    }
  }

  private void bind(Bean<?> bean) {
    CreationalContext<?> context = beanManager.createCreationalContext(bean);
    routeBeans.add(context);
    routes.bind(bean.getBeanClass(), beanManager.getReference(bean, bean.getBeanClass(), context));
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
    routeBeans.forEach(CreationalContext::release);
    if (finder != null) {
      finder.release();
    }
    ServerLog.LOG.stopped();
    effects.end();
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
