package org.escapement.server;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.annotation.Resource;
import javax.enterprise.concurrent.ManagedScheduledExecutorService;
import javax.enterprise.context.ApplicationScoped;
import javax.enterprise.inject.Produces;
import javax.inject.Inject;
import javax.servlet.sip.SipURI;
import org.eclipse.microprofile.config.Config;
import org.escapement.config.SocketAddress;
import org.escapement.log.LogSinks;
import org.escapement.parameter.CoreParameters;
import org.escapement.route.RouteRules;
import org.escapement.system.CollectionLog;
import org.escapement.system.EffectChecks;
import org.escapement.system.MemoryReport;
import org.escapement.text.Problems;
import org.jspecify.annotations.Nullable;

/** Gives the core parameters that are nobody else's their effect, from deployment to its end. */
@ApplicationScoped
public class Effects {

  /** The server variable that says where syslog listens. */
  static final String SYSLOG = "escapement.syslog";

  private static final String LOCAL_SYSLOG = "127.0.0.1:514";
  private static final int LOOKS = 20;
  private static final long LOOK_EVERY_MILLIS = 500;

  @Inject private ServerParameters parameters;
  @Inject private Config config;
  @Inject private RouteRules rules;
  @Inject private StoreSource stores;

  @Resource(lookup = "java:app/AppName")
  private String application = "escapement";

  @Resource private ManagedScheduledExecutorService executor;

  private volatile @Nullable LogEffects log;
  private volatile @Nullable MemoryReport memory;
  private volatile @Nullable CollectionLog collections;
  private volatile @Nullable Future<?> comparison;

  /** The log follows the parameters from here on; the server's log is the only one yet. */
  void begin(ManagedThreads threads) {
    CoreParameters core = parameters.loaded();
    String tag = core.text("log_name").orElse(application);
    Executor sinkThreads = task -> threads.start("escapement log sink", task);
    log =
        new LogEffects(
            core,
            rules,
            new LogSinks(sinkThreads, tag),
            config.getOptionalValue(SYSLOG, String.class).orElse(LOCAL_SYSLOG));
    memory = memoryReport(core);
    collections = new CollectionLog(core.intParameter("memdbg"));
  }

  static MemoryReport memoryReport(CoreParameters core) {
    return new MemoryReport(
        core.intParameter("mem_summary"),
        core.intParameter("mem_status_mode"),
        core.intParameter("memlog"));
  }

  /**
   * Checks and applies everything.
   *
   * @param problems receives the values that cannot take effect
   */
  void apply(Problems problems) {
    CoreParameters core = parameters.loaded();
    EffectChecks checks = new EffectChecks(core, problems);
    checks.check();
    checks.checkListens();
    SystemEffects system = new SystemEffects(core);
    system.checkFolders(problems);
    if (!problems.isEmpty()) {
      return;
    }
    try {
      log().open();
    } catch (IllegalArgumentException e) {
      problems.add(
          core.get("log_engine_data").origin().position(),
          String.valueOf(e.getMessage()),
          "see log_engine_data, and the server variable " + SYSLOG);
    }
    ServerLog.LOG.instance(
        core.intValue("server_id"), application, core.text("description").orElse(""));
    system.apply();
    stores.check(problems);
  }

  /** The names that this host has, when {@code auto_aliases} asks for them. */
  List<SocketAddress> ownNames(Executor executor) {
    return new SystemEffects(parameters.loaded()).ownNames(executor);
  }

  /**
   * Compares, once, what the server does with what it should: as soon as it listens everywhere, and
   * at the latest after ten seconds, because it opens its sockets one after the other.
   *
   * @param interfaces the addresses that the container listens on at the moment
   */
  synchronized void compare(Supplier<List<SipURI>> interfaces) {
    if (comparison == null) {
      ServerComparison server = new ServerComparison(parameters.loaded(), config);
      comparison = executor.submit(() -> compare(server, interfaces, LOOKS));
    }
  }

  private void compare(ServerComparison server, Supplier<List<SipURI>> interfaces, int looks) {
    List<SipURI> now = interfaces.get();
    if (looks == 0 || (!now.isEmpty() && server.missing(now).isEmpty())) {
      server.report(now);
    } else {
      comparison =
          executor.schedule(
              () -> compare(server, interfaces, looks - 1),
              LOOK_EVERY_MILLIS,
              TimeUnit.MILLISECONDS);
    }
  }

  /** The memory of the process in words. */
  @Produces
  MemoryReport memory() {
    MemoryReport present = memory;
    if (present == null) {
      throw notYet();
    }
    return present;
  }

  private LogEffects log() {
    LogEffects present = log;
    if (present == null) {
      throw notYet();
    }
    return present;
  }

  private static IllegalStateException notYet() {
    return new IllegalStateException("the configuration has not been read yet");
  }

  /** Writes the memory's summary, and leaves the log to the server. A second call does nothing. */
  synchronized void end() {
    Future<?> compares = comparison;
    if (compares != null) {
      compares.cancel(false);
    }
    MemoryReport report = memory;
    if (report != null) {
      report.write();
      memory = null;
    }
    CollectionLog collected = collections;
    if (collected != null) {
      collected.close();
      collections = null;
    }
    LogEffects logging = log;
    if (logging != null) {
      if (logging.lost() > 0) {
        ServerLog.LOG.linesLost(logging.lost());
      }
      logging.close();
      log = null;
    }
  }
}
