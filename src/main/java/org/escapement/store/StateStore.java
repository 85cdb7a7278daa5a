package org.escapement.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.escapement.log.Latency;

/**
 * Texts by name that outlive the application: rows of the table {@value #TABLE}, whose version
 * stands in the table that {@code version_table} names, as the versions of Kamailio's tables do.
 *
 * <p>Thread-safe. Each call goes to the database and waits for it, so none belongs into a tick or
 * into the handling of a message that cannot wait. Every method throws {@link StoreException} when
 * there is no data source or the database refuses.
 */
public final class StateStore {

  /** The name under which a server has the database. */
  public static final String DATA_SOURCE = "jdbc/escapement";

  /** Where the texts are. */
  public static final String TABLE = "escapement_state";

  /** The version of that table which this class works with. */
  public static final int VERSION = 1;

  private static final int LONGEST_NAME = 255;
  private static final String INTEGRITY_VIOLATION = "23";

  private final IntSupplier largestBytes;
  private final Supplier<String> versionTable;
  private final TimedSql sql;

  /**
   * Opens nothing yet.
   *
   * @param source asked at each use
   * @param largestBytes {@code sql_buffer_size}: of a value, in UTF-8
   * @param versionTable {@code version_table}: an SQL identifier
   * @param latency told how long each statement took
   */
  public StateStore(
      Supplier<Optional<DataSource>> source,
      IntSupplier largestBytes,
      Supplier<String> versionTable,
      Latency latency) {
    this.largestBytes = largestBytes;
    this.versionTable = versionTable;
    this.sql = new TimedSql(source, latency);
  }

  /** Checks that the table is there, in the version that is needed. */
  public void check() {
    String versions = versionTable.get();
    int found;
    try {
      found =
          sql.first(
                  "SELECT table_version FROM " + versions + " WHERE table_name = ?",
                  row -> row.getInt(1),
                  TABLE)
              .orElseThrow(
                  () ->
                      new StoreException(
                          "the table "
                              + versions
                              + " has no version of "
                              + TABLE
                              + "; make the tables as docs/modules.md shows"));
    } catch (SQLException e) {
      throw new StoreException(
          "the table "
              + versions
              + " cannot be read: "
              + e.getMessage()
              + "; make the tables as docs/modules.md shows, or name another version_table",
          e);
    }
    if (found != VERSION) {
      throw new StoreException(
          "the table "
              + TABLE
              + " has version "
              + found
              + " in the table "
              + versions
              + ", but "
              + VERSION
              + " is needed; bring it up to date");
    }
  }

  /**
   * What was kept under a name.
   *
   * @throws StoreException if it is larger than {@code sql_buffer_size}; nothing is cut
   */
  public Optional<String> get(String name) {
    Optional<String> found =
        run(
            "find '" + name + "'",
            () ->
                sql.first(
                    "SELECT value_text FROM " + TABLE + " WHERE name = ?",
                    row -> row.getString(1),
                    name));
    found.ifPresent(value -> requireSize(name, value));
    return found;
  }

  /**
   * Keeps a value, instead of one that was there.
   *
   * @param name 1 to 255 characters
   * @throws StoreException if the value is larger than {@code sql_buffer_size}; nothing is written
   */
  public void put(String name, String value) {
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new StoreException(
          "the name '"
              + name
              + "' has "
              + name.length()
              + " characters; take 1 to "
              + LONGEST_NAME);
    }
    requireSize(name, value);
    run(
        "keep '" + name + "'",
        () -> {
          if (update(name, value) == 0 && !insert(name, value)) {
            update(name, value); // somebody else was quicker
          }
          return name;
        });
  }

  /**
   * Forgets a name.
   *
   * @return whether there was a value
   */
  public boolean remove(String name) {
    return run(
        "remove '" + name + "'",
        () -> sql.update("DELETE FROM " + TABLE + " WHERE name = ?", name) > 0);
  }

  private int update(String name, String value) throws SQLException {
    return sql.update("UPDATE " + TABLE + " SET value_text = ? WHERE name = ?", value, name);
  }

  private boolean insert(String name, String value) throws SQLException {
    try {
      sql.update("INSERT INTO " + TABLE + " (name, value_text) VALUES (?, ?)", name, value);
      return true;
    } catch (SQLIntegrityConstraintViolationException e) {
      return false;
    } catch (SQLException e) {
      String state = e.getSQLState();
      if (state != null && state.startsWith(INTEGRITY_VIOLATION)) {
        return false;
      }
      throw e;
    }
  }

  private void requireSize(String name, String value) {
    int bytes = value.getBytes(UTF_8).length;
    int most = largestBytes.getAsInt();
    if (bytes > most) {
      throw new StoreException(
          "the value of '"
              + name
              + "' has "
              + bytes
              + " bytes, more than sql_buffer_size="
              + most
              + "; raise it, or keep less");
    }
  }

  @FunctionalInterface
  private interface Step<T> {
    T run() throws SQLException;
  }

  private static <T> T run(String what, Step<T> step) {
    try {
      return step.run();
    } catch (SQLException e) {
      throw new StoreException("the state store could not " + what + ": " + e.getMessage(), e);
    }
  }
}
