package org.escapement.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.escapement.log.Records;
import org.escapement.log.Threshold;
import org.escapement.system.ProcessLimits.Limit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LimitsTest {

  private final FakeLimits limits = new FakeLimits();
  private final Records records = new Records("org.escapement.system");

  @BeforeEach
  void threshold() {
    new Threshold().apply(2);
  }

  @AfterEach
  void close() {
    records.close();
  }

  @Test
  void openFiles_areRaisedToWhatIsWanted() {
    limits.with(Resource.OPEN_FILES, 1024, 4096);

    new OpenFiles(limits).require(2048);

    assertThat(limits.get(Resource.OPEN_FILES)).isEqualTo(new Limit(2048, 4096));
    assertThat(records.lines())
        .containsExactly(
            "INFO ESC002020: open_files_limit: the soft limit of open files was raised from 1024 to"
                + " 2048");
  }

  @Test
  void openFilesPastTheHardLimit_areRaisedUpToIt_withAWarningOfBothFigures() {
    limits.with(Resource.OPEN_FILES, 1024, 4096);

    new OpenFiles(limits).require(8192);

    assertThat(limits.get(Resource.OPEN_FILES)).isEqualTo(new Limit(4096, 4096));
    assertThat(records.lines())
        .hasSize(2)
        .last()
        .asString()
        .startsWith(
            "WARNING ESC002021: open_files_limit=8192 is past the hard limit: the process may open"
                + " 4096 files, and 4096 at most;");
  }

  @Test
  void openFilesThatAreEnough_areLeftAlone() {
    limits.with(Resource.OPEN_FILES, 4096, Limit.UNLIMITED);

    new OpenFiles(limits).require(2048);

    assertThat(limits.get(Resource.OPEN_FILES).soft()).isEqualTo(4096);
    assertThat(records.lines()).isEmpty();
  }

  @Test
  void unlimitedHardLimit_letsAnyNumberBeSet() {
    limits.with(Resource.OPEN_FILES, 1024, Limit.UNLIMITED);

    new OpenFiles(limits).require(1_000_000);

    assertThat(limits.get(Resource.OPEN_FILES).soft()).isEqualTo(1_000_000);
  }

  @Test
  void refusedLock_namesTheLimit() {
    limits.with(Resource.LOCKED_MEMORY, 65_536, Limit.UNLIMITED).lockError = 12;

    new ProcessMemory(limits).lock();

    assertThat(records.lines())
        .singleElement()
        .asString()
        .startsWith(
            "WARNING ESC002024: mlock_pages: the system refused to lock the process in memory"
                + " (error 12); the limit of locked memory is 65536 bytes, unlimited at most;");
  }

  @Test
  void coreDumps_areLimitedToNothing() {
    limits.with(Resource.CORE, Limit.UNLIMITED, Limit.UNLIMITED);

    new ProcessMemory(limits).disableCoreDump();

    assertThat(limits.get(Resource.CORE)).isEqualTo(new Limit(0, 0));
  }

  @Test
  void coreDumpsThatCannotBeLimited_areAWarning() {
    limits.with(Resource.CORE, 5, 5).refusing = true;

    new ProcessMemory(limits).disableCoreDump();

    assertThat(records.lines())
        .containsExactly(
            "WARNING ESC002026: disable_core_dump: the system refused; the limit of core dumps is 5"
                + " bytes");
  }

  @Test
  void platformWithoutTheCalls_isAWarningForEach() {
    limits.unreachable = "the platform is other";

    new OpenFiles(limits).require(1);
    new ProcessMemory(limits).lock();
    new ProcessMemory(limits).disableCoreDump();

    assertThat(records.lines())
        .containsExactly(
            "WARNING ESC002022: open_files_limit has no effect on this platform: the platform is other",
            "WARNING ESC002022: mlock_pages has no effect on this platform: the platform is other",
            "WARNING ESC002022: disable_core_dump has no effect on this platform: the platform is other");
  }
}
