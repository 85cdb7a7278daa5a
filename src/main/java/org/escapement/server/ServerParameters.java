package org.escapement.server;

import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.annotation.Resource;
import javax.enterprise.concurrent.ManagedScheduledExecutorService;
import javax.enterprise.context.ApplicationScoped;
import javax.enterprise.inject.Produces;
import javax.inject.Inject;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.eclipse.microprofile.config.Config;
import org.escapement.config.Catalogue;
import org.escapement.config.Configuration;
import org.escapement.parameter.CoreParameters;
import org.escapement.parameter.Origin.Kind;
import org.escapement.parameter.ServerSettings;
import org.escapement.text.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Fills the core parameters from all that the server knows, and follows its variables while they
 * change.
 */
@ApplicationScoped
public class ServerParameters {

  private static final long LOOK_EVERY_MILLIS = 1_000;

  @Inject private Config config;
  @Resource private ManagedScheduledExecutorService executor;

  private final CoreParameters parameters = new CoreParameters(new Catalogue());
  private final ServerSettings variables =
      new ServerSettings(parameters, Kind.VARIABLE, "escapement.", this::variable);
  private volatile boolean loaded;

  /** All parameters, for whoever injects them; before the deployment they have their defaults. */
  @Produces
  CoreParameters parameters() {
    return parameters;
  }

  /** The same, once they have been read. */
  CoreParameters loaded() {
    if (!loaded) {
      throw new IllegalStateException(
          "the configuration has not been read yet: inject CoreParameters and ask it later, or let"
              + " a startup singleton wait by @DependsOn(\"RouteTimers\")");
    }
    return parameters;
  }

  /**
   * Takes the values of the file, of JNDI, and of the server's variables.
   *
   * @param problems receives what is wrong with them
   */
  void load(Configuration configuration, Problems problems) {
    parameters.load(configuration, problems);
    new ServerSettings(parameters, Kind.JNDI, "escapement/", ServerParameters::entry)
        .load(problems);
    variables.load(problems);
    loaded = true;
  }

  /** Follows the server's variables until it is cancelled. */
  Future<?> watch() {
    return executor.scheduleWithFixedDelay(
        this::refresh, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void refresh() {
    try {
      variables.refresh();
    } catch (RuntimeException e) { // an exception would end the repetition
      ServerLog.LOG.variablesUnread(e);
    }
  }

  private @Nullable String variable(String name) {
    return config.getOptionalValue(name, String.class).orElse(null);
  }

  @SuppressWarnings("BanJNDI") // the names are fixed, and whoever binds them owns the server
  private static @Nullable String entry(String name) {
    for (String root : new String[] {"java:comp/env/", ""}) {
      try {
        Object found = InitialContext.doLookup(root + name);
        return found.toString();
      } catch (NamingException e) {
        // not there
      }
    }
    return null;
  }
}
