package org.escapement.statistic;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/**
 * The heap of this JVM as Kamailio's group {@code shmem} shows its shared memory. There is no
 * {@code fragments}: the garbage collector leaves none.
 */
public final class MemoryStatistics {

  private static final String GROUP = "shmem";

  private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
  private final List<MemoryPoolMXBean> heapPools =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .toList();

  /**
   * Declares them all.
   *
   * @throws IllegalArgumentException if they have been declared before
   */
  public MemoryStatistics(Statistics statistics) {
    statistics.gauge(GROUP, "total_size", "Largest size of the heap, in bytes", this::total);
    statistics.gauge(GROUP, "used_size", "Bytes of the heap in use", this::used);
    statistics.gauge(
        GROUP,
        "real_used_size",
        "Bytes of the heap taken from the operating system",
        () -> memory.getHeapMemoryUsage().getCommitted());
    statistics.gauge(
        GROUP, "free_size", "Bytes that the heap can still give", () -> total() - used());
    statistics.gauge(GROUP, "max_used_size", "Most bytes that were ever in use", this::peak);
  }

  private long total() {
    return Runtime.getRuntime().maxMemory();
  }

  private long used() {
    return memory.getHeapMemoryUsage().getUsed();
  }

  private long peak() {
    return heapPools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
  }
}
