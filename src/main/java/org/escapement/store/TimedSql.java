package org.escapement.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.escapement.log.Latency;

/**
 * Statements with texts as parameters, each timed: {@code latency_limit_db}. Thread-safe; each call
 * takes a connection and gives it back.
 */
final class TimedSql {

  /** Reads the first row. */
  @FunctionalInterface
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  @FunctionalInterface
  private interface Work<T> {
    T run(PreparedStatement statement) throws SQLException;
  }

  private final Supplier<Optional<DataSource>> source;
  private final Latency latency;

  TimedSql(Supplier<Optional<DataSource>> source, Latency latency) {
    this.source = source;
    this.latency = latency;
  }

  /** The first row of a query's result. */
  <T> Optional<T> first(String query, Row<T> reader, String... parameters) throws SQLException {
    return run(
        query,
        statement -> {
          try (ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
          }
        },
        parameters);
  }

  /** How many rows a statement has changed. */
  int update(String statement, String... parameters) throws SQLException {
    return run(statement, PreparedStatement::executeUpdate, parameters);
  }

  private <T> T run(String sql, Work<T> work, String... parameters) throws SQLException {
    DataSource database =
        source
            .get()
            .orElseThrow(
                () ->
                    new StoreException(
                        "there is no data source for the state store; define "
                            + StateStore.DATA_SOURCE
                            + " in the server"));
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      long begin = System.nanoTime();
      try {
        return work.run(statement);
      } finally {
        latency.query(sql, System.nanoTime() - begin);
      }
    }
  }
}
