package org.escapement.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.escapement.log.Latency;
import org.escapement.log.Records;
import org.escapement.parameter.CoreParameters;
import org.escapement.parameter.Cores;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

public class StateStoreTest {

  private static final AtomicInteger DATABASES = new AtomicInteger();

  private final JdbcDataSource source = new JdbcDataSource();
  private final Records records = new Records("org.escapement.latency");
  private Connection open;

  @BeforeEach
  void create() throws SQLException {
    source.setURL("jdbc:h2:mem:state" + DATABASES.incrementAndGet());
    open = source.getConnection(); // the database lives as long as it has a connection
    execute(
        "CREATE TABLE version (table_name VARCHAR(32) PRIMARY KEY, table_version INTEGER NOT NULL)",
        "CREATE TABLE escapement_state (name VARCHAR(255) PRIMARY KEY, value_text VARCHAR(100000))",
        "INSERT INTO version VALUES ('escapement_state', 1)");
  }

  @AfterEach
  void close() throws SQLException {
    open.close();
    records.close();
  }

  private void execute(String... statements) throws SQLException {
    try (Statement statement = open.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private StateStore store(String configuration) {
    CoreParameters core = Cores.of(configuration);
    return new StateStore(
        () -> Optional.of(source),
        core.intParameter("sql_buffer_size"),
        () -> core.text("version_table").orElseThrow(),
        new Latency(
            new Latency.Settings(
                () -> 0, core.intParameter("latency_limit_db"), () -> -1, () -> 3)));
  }

  @Test
  void value_isKept_replaced_andForgotten() {
    StateStore store = store("");
    assertThat(store.get("rate")).isEmpty();

    store.put("rate", "50");
    assertThat(store("").get("rate")).contains("50");
    store.put("rate", "60 … é");
    assertThat(store.get("rate")).contains("60 … é");

    assertThat(store.remove("rate")).isTrue();
    assertThat(store.remove("rate")).isFalse();
    assertThat(store.get("rate")).isEmpty();
  }

  @Test
  void manyThreads_keepTheLastValueOfOneOfThem() throws InterruptedException {
    StateStore store = store("");
    ExecutorService threads = Executors.newFixedThreadPool(4);
    CountDownLatch begin = new CountDownLatch(1);
    AtomicInteger failed = new AtomicInteger();
    for (int i = 0; i < 4; i++) {
      String value = Integer.toString(i);
      threads.execute(
          () -> {
            try {
              begin.await();
              for (int n = 0; n < 50; n++) {
                store.put("key" + n, value);
              }
            } catch (InterruptedException | StoreException e) {
              failed.incrementAndGet();
            }
          });
    }
    begin.countDown();
    threads.shutdown();

    assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    assertThat(failed).hasValue(0);
    assertThat(store.get("key49").orElseThrow()).matches("[0-3]");
  }

  @Test
  void valueLargerThanSqlBufferSize_isRefused_andNothingIsWritten() throws SQLException {
    StateStore store = store("sql_buffer_size=10");
    store.put("a", "0123456789");
    store.put("b", "01234567é");

    assertThatThrownBy(() -> store.put("a", "012345678é"))
        .isInstanceOf(StoreException.class)
        .hasMessage(
            "the value of 'a' has 11 bytes, more than sql_buffer_size=10; raise it, or keep less");
    assertThat(store.get("a")).contains("0123456789");

    execute("UPDATE escapement_state SET value_text = '0123456789x' WHERE name = 'a'");
    assertThatThrownBy(() -> store.get("a"))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("sql_buffer_size=10");
    assertThat(store("").get("a")).contains("0123456789x");
  }

  @Test
  void version_isLookedUpInTheTableThatVersionTableNames() throws SQLException {
    store("").check();

    execute("ALTER TABLE version RENAME TO other_versions");

    store("version_table=\"other_versions\"").check();
    assertThatThrownBy(() -> store("").check())
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith("the table version cannot be read: ")
        .hasMessageEndingWith(
            "; make the tables as docs/modules.md shows, or name another version_table");
  }

  @ParameterizedTest
  @CsvSource({
    "UPDATE version SET table_version = 2, 'the table escapement_state has version 2 in the table"
        + " version, but 1 is needed; bring it up to date'",
    "DELETE FROM version, 'the table version has no version of escapement_state; make the tables as"
        + " docs/modules.md shows'"
  })
  void otherVersionOrNone_isRefused(String change, String message) throws SQLException {
    execute(change);

    assertThatThrownBy(() -> store("").check())
        .isInstanceOf(StoreException.class)
        .hasMessage(message);
  }

  @Test
  void slowStatement_isReportedWithItsFirst50Characters() throws SQLException {
    execute(
        "CREATE ALIAS PAUSE FOR 'org.escapement.store.StateStoreTest.pause'",
        "DROP TABLE escapement_state",
        "CREATE VIEW escapement_state AS SELECT 'slow' AS name, PAUSE() AS value_text");

    assertThat(store("latency_limit_db=1000").get("slow")).contains("late");
    assertThat(records.lines())
        .singleElement()
        .asString()
        .startsWith("ERROR ESC002001: a database call took ")
        .endsWith(
            " us, more than latency_limit_db=1000: SELECT value_text FROM escapement_state WHERE"
                + " name");

    store("latency_limit_db=0").get("slow");
    store("latency_limit_db=600000000").get("slow");
    assertThat(records.lines()).hasSize(1);
  }

  /** Takes longer than a millisecond; called by the database. */
  public static String pause() {
    long begin = System.nanoTime();
    while (System.nanoTime() - begin < 2_000_000) {
      Thread.onSpinWait();
    }
    return "late";
  }

  @Test
  void withoutADataSource_everyCallSaysSo() {
    StateStore none =
        new StateStore(
            Optional::empty,
            () -> 10,
            () -> "version",
            new Latency(new Latency.Settings(() -> 0, () -> 0, () -> 0, () -> 0)));

    assertThatThrownBy(() -> none.get("a"))
        .isInstanceOf(StoreException.class)
        .hasMessage(
            "there is no data source for the state store; define jdbc/escapement in the server");
    assertThatThrownBy(none::check).isInstanceOf(StoreException.class);
  }

  @ParameterizedTest
  @CsvSource({"0", "256"})
  void nameOfAnotherLength_isRefused(int length) {
    assertThatThrownBy(() -> store("").put("n".repeat(length), "v"))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("has " + length + " characters; take 1 to 255");
  }

  @Test
  void whatTheDatabaseRefuses_isToldWithItsReason() throws SQLException {
    execute("DROP TABLE escapement_state");

    assertThatThrownBy(() -> store("").put("a", "1"))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith("the state store could not keep 'a': Table ");
  }
}
