package org.escapement.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.escapement.log.Records;
import org.escapement.log.Threshold;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryTest {

  private final AtomicInteger summary = new AtomicInteger(12);
  private final AtomicInteger mode = new AtomicInteger();
  private final AtomicInteger level = new AtomicInteger(3);
  private final MemoryReport report = new MemoryReport(summary::get, mode::get, level::get);
  private final Records records = new Records("org.escapement.memory");

  @AfterEach
  void close() {
    records.close();
  }

  @Test
  void summaryOf0_printsNothing() {
    summary.set(0);

    assertThat(report.lines()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 5})
  void heapAlone_isOneLine(int bits) {
    summary.set(bits);

    assertThat(report.lines())
        .singleElement()
        .asString()
        .matches("heap: [0-9.]+ MB used, [0-9.]+ MB taken from the system of at most [0-9.]+ MB");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 8, 10})
  void outsideAlone_isNonHeapAndBuffers(int bits) {
    summary.set(bits);

    assertThat(report.lines()).hasSizeGreaterThan(1).first().asString().startsWith("non-heap: ");
    assertThat(report.lines()).anyMatch(line -> line.startsWith("buffers direct: "));
    assertThat(report.lines()).noneMatch(line -> line.startsWith("heap: "));
  }

  @Test
  void bit16_isOneLineOnly() {
    summary.set(31);
    mode.set(1);

    assertThat(report.lines()).singleElement().asString().contains("heap: ", "; non-heap: ");
  }

  @Test
  void statusMode1_addsEachPool() {
    List<String> totals = report.lines();
    mode.set(1);

    assertThat(totals).noneMatch(line -> line.startsWith("pool "));
    assertThat(report.lines())
        .hasSizeGreaterThan(totals.size())
        .anyMatch(line -> line.startsWith("pool Metaspace: "));
  }

  @Test
  void memlog_isTheLevelOfTheReport() {
    summary.set(16);
    new Threshold().apply(2);
    report.write();
    assertThat(records.lines()).isEmpty();

    level.set(2);
    report.write();

    assertThat(records.lines()).singleElement().asString().startsWith("INFO ESC002040: heap: ");
  }

  @Test
  void memdbg_logsEachCollectionWithItsPauseAndWhatItFreed() {
    new Threshold().apply(2);
    level.set(2);
    CollectionLog log = new CollectionLog(level::get);
    System.gc();
    awaitLine();
    log.close();

    assertThat(records.lines())
        .allMatch(
            line ->
                line.matches(
                    "INFO ESC002041: garbage collection \\d+: .+ \\(.+\\) took \\d+ ms and freed -?\\d+"
                        + " KB"));
  }

  private void awaitLine() {
    long begin = System.nanoTime();
    while (records.lines().isEmpty()) {
      assertThat(System.nanoTime() - begin).isLessThan(Duration.ofSeconds(30).toNanos());
      LockSupport.parkNanos(1_000_000);
    }
  }
}
