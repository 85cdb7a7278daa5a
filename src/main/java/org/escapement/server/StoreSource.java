package org.escapement.server;

import java.util.List;
import java.util.Optional;
import javax.enterprise.context.ApplicationScoped;
import javax.enterprise.inject.Produces;
import javax.inject.Inject;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.escapement.parameter.CoreParameters;
import org.escapement.parameter.Parameter;
import org.escapement.route.RouteRules;
import org.escapement.store.StateStore;
import org.escapement.store.StoreException;
import org.escapement.text.Problems;

/**
 * The state store over the server's data source {@value StateStore#DATA_SOURCE}, for whoever
 * injects it.
 */
@ApplicationScoped
public class StoreSource {

  private static final List<String> ROOTS = List.of("java:comp/env/", "java:app/", "");
  private static final List<String> PARAMETERS =
      List.of("sql_buffer_size", "version_table", "latency_limit_db");

  @Inject private ServerParameters parameters;
  @Inject private RouteRules rules;

  @Produces
  StateStore store() {
    CoreParameters core = parameters.parameters();
    return new StateStore(
        StoreSource::find,
        core.intParameter("sql_buffer_size"),
        () -> core.text("version_table").orElse("version"),
        rules.latency());
  }

  @SuppressWarnings("BanJNDI") // the names are fixed, and whoever binds them owns the server
  private static Optional<DataSource> find() {
    for (String root : ROOTS) {
      try {
        DataSource found = InitialContext.doLookup(root + StateStore.DATA_SOURCE);
        return Optional.of(found);
      } catch (NamingException e) {
        // not there
      }
    }
    return Optional.empty();
  }

  /**
   * Looks whether the store can be used, when there is a data source for it.
   *
   * @param problems receives what keeps it from being used
   */
  void check(Problems problems) {
    CoreParameters core = parameters.loaded();
    if (find().isEmpty()) {
      PARAMETERS.stream()
          .map(core::get)
          .filter(Parameter::isSet)
          .forEach(p -> ServerLog.LOG.noDataSource(p.name(), p.text(), StateStore.DATA_SOURCE));
      return;
    }
    try {
      store().check();
      ServerLog.LOG.stateStore(StateStore.DATA_SOURCE);
    } catch (StoreException e) {
      problems.add(
          core.get("version_table").origin().position(),
          "the state store cannot be used",
          String.valueOf(e.getMessage()));
    }
  }
}
