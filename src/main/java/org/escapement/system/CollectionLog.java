package org.escapement.system;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.GcInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;
import org.escapement.log.LeveledLog;

/** {@code memdbg}: a line for each garbage collection. Thread-safe. */
public final class CollectionLog implements AutoCloseable {

  private static final long KILOBYTE = 1 << 10;

  private final List<NotificationEmitter> collectors;
  private final NotificationListener listener = this::note;
  private final LeveledLog log;

  /**
   * Begins to listen to the JVM's collectors.
   *
   * @param level {@code memdbg}, as it is at the moment
   */
  public CollectionLog(IntSupplier level) {
    this.log = new LeveledLog("memory", level);
    this.collectors =
        ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class).stream()
            .filter(NotificationEmitter.class::isInstance)
            .map(NotificationEmitter.class::cast)
            .toList();
    collectors.forEach(collector -> collector.addNotificationListener(listener, null, null));
  }

  private void note(Notification notification, Object handback) {
    if (notification
            .getType()
            .equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)
        && log.isWritten()) {
      GarbageCollectionNotificationInfo info =
          GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData());
      log.write(() -> "ESC002041: " + text(info));
    }
  }

  /** The duration is the pause where the collector's name says so, as ZGC's and Shenandoah's. */
  private static String text(GarbageCollectionNotificationInfo info) {
    GcInfo gc = info.getGcInfo();
    long freed = used(gc.getMemoryUsageBeforeGc()) - used(gc.getMemoryUsageAfterGc());
    return "garbage collection "
        + gc.getId()
        + ": "
        + info.getGcName()
        + " ("
        + info.getGcCause()
        + ") took "
        + gc.getDuration()
        + " ms and freed "
        + freed / KILOBYTE
        + " KB";
  }

  private static long used(Map<String, MemoryUsage> pools) {
    return pools.values().stream().mapToLong(MemoryUsage::getUsed).sum();
  }

  /** Stops listening. */
  @Override
  public void close() {
    for (NotificationEmitter collector : collectors) {
      try {
        collector.removeNotificationListener(listener);
      } catch (ListenerNotFoundException e) {
        // It is gone already, which is what is wanted.
      }
    }
  }
}
