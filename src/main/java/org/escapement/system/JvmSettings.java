package org.escapement.system;

import static org.escapement.system.SystemLog.LOG;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/** How the JVM was started, compared with what it should be told. */
public final class JvmSettings {

  private static final long MEGABYTE = 1 << 20;
  private static final String PRE_TOUCH = "AlwaysPreTouch";
  private static final String CORE_DUMP = "CreateCoredumpOnCrash";

  private final long heapBytes;
  private final Options options;

  /** Tells an option of the JVM by its name; empty when it has none of that name. */
  @FunctionalInterface
  interface Options {
    Optional<String> value(String name);
  }

  /** The running JVM. */
  public JvmSettings() {
    this(Runtime.getRuntime().maxMemory(), JvmSettings::option);
  }

  JvmSettings(long heapBytes, Options options) {
    this.heapBytes = heapBytes;
    this.options = options;
  }

  private static Optional<String> option(String name) {
    HotSpotDiagnosticMXBean jvm =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    try {
      return jvm == null ? Optional.empty() : Optional.of(jvm.getVMOption(name).getValue());
    } catch (IllegalArgumentException e) { // another JVM, or a later one that has it no more
      return Optional.empty();
    }
  }

  /**
   * {@code shm_mem_size}: the size that the heap should have. A collector may keep a part of it for
   * itself, so a tenth less is no difference.
   */
  public void requireHeap(long megabytes) {
    long actual = heapBytes / MEGABYTE;
    if (actual < megabytes * 9 / 10 || actual > megabytes) {
      LOG.otherJvm("shm_mem_size", Long.toString(megabytes), "a heap of " + actual + " MB");
    }
  }

  /** {@code shm_force_alloc}: whether the heap is touched at start. */
  public void requirePreTouch() {
    require("shm_force_alloc", PRE_TOUCH, "true");
  }

  /** {@code disable_core_dump}: whether a crash writes a core. */
  public void requireNoCoreDump() {
    require("disable_core_dump", CORE_DUMP, "false");
  }

  private void require(String parameter, String option, String wanted) {
    String actual = options.value(option).orElse("no such option");
    if (!actual.equals(wanted)) {
      LOG.otherJvm(parameter, "yes", option + '=' + actual);
    }
  }
}
