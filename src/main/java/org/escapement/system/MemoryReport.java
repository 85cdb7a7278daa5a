package org.escapement.system;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import org.escapement.log.LeveledLog;

/**
 * The memory of the process in words. {@code mem_summary} says which parts: 1 and 4 the heap, 2 and
 * 8 what is outside of it, 16 one line only. With {@code mem_status_mode} 1 each pool of memory has
 * a line of its own. Thread-safe.
 */
public final class MemoryReport {

  private static final int HEAP = 1 | 4;
  private static final int OUTSIDE = 2 | 8;
  private static final int ONE_LINE = 16;
  private static final double MEGABYTE = 1 << 20;

  private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
  private final IntSupplier summary;
  private final IntSupplier statusMode;
  private final LeveledLog log;

  /**
   * The core parameters that this follows.
   *
   * @param summary {@code mem_summary}
   * @param statusMode {@code mem_status_mode}
   * @param level {@code memlog}
   */
  public MemoryReport(IntSupplier summary, IntSupplier statusMode, IntSupplier level) {
    this.summary = summary;
    this.statusMode = statusMode;
    this.log = new LeveledLog("memory", level);
  }

  /** Writes the report to the log when {@code memlog} lets it. */
  public void write() {
    if (log.isWritten()) {
      lines().forEach(line -> log.write(() -> "ESC002040: " + line));
    }
  }

  /** The report as the parameters ask for it now; empty when {@code mem_summary} is 0. */
  public List<String> lines() {
    int parts = summary.getAsInt();
    MemoryUsage heap = memory.getHeapMemoryUsage();
    MemoryUsage outside = memory.getNonHeapMemoryUsage();
    if ((parts & ONE_LINE) != 0) {
      return List.of(line("heap", heap) + "; " + line("non-heap", outside));
    }
    boolean pools = statusMode.getAsInt() == 1;
    List<String> lines = new ArrayList<>();
    if ((parts & HEAP) != 0) {
      lines.add(line("heap", heap));
      addPools(lines, pools, pool -> pool.getType() == MemoryType.HEAP);
    }
    if ((parts & OUTSIDE) != 0) {
      lines.add(line("non-heap", outside));
      addPools(lines, pools, pool -> pool.getType() == MemoryType.NON_HEAP);
      ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class)
          .forEach(buffers -> lines.add(line(buffers)));
    }
    return lines;
  }

  private static void addPools(
      List<String> lines, boolean wanted, Predicate<MemoryPoolMXBean> which) {
    if (wanted) {
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(which)
          .filter(MemoryPoolMXBean::isValid)
          .forEach(pool -> lines.add(line("pool " + pool.getName(), pool.getUsage())));
    }
  }

  private static String line(String name, MemoryUsage usage) {
    String most =
        usage.getMax() < 0
            ? ""
            : String.format(Locale.ROOT, " of at most %.1f MB", usage.getMax() / MEGABYTE);
    return String.format(
        Locale.ROOT,
        "%s: %.1f MB used, %.1f MB taken from the system%s",
        name,
        usage.getUsed() / MEGABYTE,
        usage.getCommitted() / MEGABYTE,
        most);
  }

  private static String line(BufferPoolMXBean buffers) {
    return String.format(
        Locale.ROOT,
        "buffers %s: %d with %.1f MB",
        buffers.getName(),
        buffers.getCount(),
        buffers.getTotalCapacity() / MEGABYTE);
  }
}
