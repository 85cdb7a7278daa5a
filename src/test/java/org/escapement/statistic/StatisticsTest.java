package org.escapement.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatisticsTest {

  private final Statistics statistics = new Statistics();

  private void declareSome() {
    statistics.counter("tmx", "failures", "Failures there").add(3);
    statistics.counter("core", "rcv_requests", "Requests").add(7);
    statistics.counter("core", "drop_requests", "Drops");
    statistics.counter("sl", "failures", "Failures here").add(5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          all          | [core:drop_requests = 0, core:rcv_requests = 7, sl:failures = 5, tmx:failures = 3]
          core:        | [core:drop_requests = 0, core:rcv_requests = 7]
          rcv_requests | [core:rcv_requests = 7]
          failures     | [tmx:failures = 3]
          sl:failures  | [sl:failures = 5]
          nope         | []
          nope:        | []
          sl:nope      | []
          """)
  void select_takesAllGroupOrName(String asked, String found) {
    declareSome();

    assertThat(statistics.select(asked).toString()).isEqualTo(found);
  }

  @Test
  void piecesOfAName_haveTheSeparatorBetweenThem() {
    assertThat(new Statistics(() -> "-").name("calls", "added")).isEqualTo("calls-added");
    assertThat(statistics.name("calls", "added")).isEqualTo("calls_added");
  }

  @Test
  void groups_areSorted() {
    declareSome();

    assertThat(statistics.groups()).containsExactly("core", "sl", "tmx");
  }

  @Test
  void sameNameTwiceInAGroup_isRefusedAndTheFirstStays() {
    Counter first = statistics.counter("core", "x", "One");

    assertThatThrownBy(() -> statistics.counter("core", "x", "Two"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("core:x");
    assertThat(statistics.find("core:x")).containsSame(first);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a:b", "a\n"})
  void nameWithOtherCharacters_isRefused(String name) {
    assertThatThrownBy(() -> statistics.counter("core", name, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + name + "'");
    assertThatThrownBy(() -> statistics.counter(name, "x", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + name + "'");
    assertThat(statistics.select(Statistics.ALL)).isEmpty();
  }

  @Test
  void counter_addsResetsAndClears() {
    Counter counter = statistics.counter("script", "x", "");
    counter.increment();
    counter.add(-5);
    assertThat(counter.value()).isEqualTo(-4);
    assertThat(counter.clear()).isEqualTo(-4);
    assertThat(counter.value()).isZero();

    counter.add(9);
    counter.reset();

    assertThat(counter.value()).isZero();
  }

  @Test
  void lastingCounter_isNotReset() {
    Counter counter = statistics.lastingCounter("script", "x", "");
    counter.add(2);
    counter.reset();

    assertThat(counter.clear()).isEqualTo(2);
    assertThat(counter.value()).isEqualTo(2);
  }

  @Test
  void gauge_asksEveryTimeAndIsNotReset() {
    AtomicLong size = new AtomicLong(1);
    Gauge gauge = statistics.gauge("q", "size", "", size::get);
    size.set(4);
    gauge.reset();

    assertThat(gauge.value()).isEqualTo(4);
    assertThat(gauge.clear()).isEqualTo(4);
  }

  @Test
  void gaugeThatThrows_readsAsZeroAndHidesNothingElse() {
    statistics.gauge(
        "m",
        "broken",
        "",
        () -> {
          throw new IllegalStateException("no");
        });
    statistics.counter("m", "sound", "").add(2);

    assertThat(statistics.select("m:")).extracting(Statistic::value).containsExactly(0L, 2L);
  }

  @Test
  void name_isJoinedByTheSeparator() {
    assertThat(statistics.name("location", "users")).isEqualTo("location_users");
    assertThat(new Statistics(() -> "-").name("location", "users")).isEqualTo("location-users");
  }

  @Test
  void update_addsToACounterAndNothingElse() {
    Counter calls = statistics.counter("script", "calls", "Calls");
    statistics.gauge("q", "size", "Size", () -> 3);
    statistics.update("calls", 5);
    statistics.update("script:calls", -7);

    assertThat(calls.value()).isEqualTo(-2);
    statistics.reset("calls");
    assertThat(calls.value()).isZero();
    assertThatThrownBy(() -> statistics.update("size", 1)).hasMessageContaining("size");
    assertThatThrownBy(() -> statistics.update("clals", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'clals'; did you mean calls?");
    assertThatThrownBy(() -> statistics.reset("nope")).hasMessageContaining("nope");
  }

  @Test
  void memory_showsTheHeap() {
    new MemoryStatistics(statistics);

    assertThat(statistics.find("shmem:used_size").orElseThrow().value())
        .isPositive()
        .isLessThanOrEqualTo(statistics.find("total_size").orElseThrow().value());
    assertThat(statistics.find("shmem:max_used_size").orElseThrow().value()).isPositive();
    assertThat(statistics.find("shmem:free_size").orElseThrow().value()).isNotNegative();
    assertThat(statistics.find("shmem:real_used_size").orElseThrow().value()).isPositive();
  }
}
