package org.escapement.metrics;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.escapement.timer.RouteTimers;
import org.escapement.timer.TimerControl;
import org.jspecify.annotations.Nullable;

/**
 * The MBeans {@code org.escapement:type=Timer|Queue|Health}, for as long as there is what they
 * show. They only show: control is the commands' business, where it is audited.
 *
 * <p>Used by one thread at a time.
 */
public final class Beans {

  private static final String DOMAIN = "org.escapement";

  private final MBeanServer server;
  private final String application;
  private final RouteTimers timers;
  private final TimerReadings readings;
  private final Supplier<List<Meters.Queue>> queues;
  private final Map<Object, ObjectName> known = new HashMap<>();
  private final Set<Object> refused = new HashSet<>();
  private @Nullable Health health;

  /**
   * Beans that are not known yet.
   *
   * @param application tells the beans of one application from those of another in the same JVM
   */
  public Beans(
      MBeanServer server,
      String application,
      RouteTimers timers,
      TimerReadings readings,
      Supplier<List<Meters.Queue>> queues) {
    this.server = server;
    this.application = application;
    this.timers = timers;
    this.readings = readings;
    this.queues = queues;
  }

  /** Makes the health known. */
  public void add(Health shown) {
    health = shown;
    register(shown, "Health", "health", () -> shown);
  }

  /**
   * Makes known what has come since the last call, and drops what has gone: that first, because a
   * timer that was removed and added again is another one under the same name.
   */
  public void update() {
    List<TimerControl> nowTimers = timers.list();
    List<Meters.Queue> nowQueues = queues.get();
    Set<Object> present = new HashSet<>(nowTimers);
    nowQueues.forEach(queue -> present.add(queue.name()));
    if (health != null) {
      present.add(health);
    }
    refused.retainAll(present);
    List<Object> gone = known.keySet().stream().filter(s -> !present.contains(s)).toList();
    gone.forEach(this::unregister);
    for (TimerControl timer : nowTimers) {
      register(timer, "Timer", timer.name(), () -> new TimerBean(timer, readings));
    }
    for (Meters.Queue queue : nowQueues) {
      register(queue.name(), "Queue", queue.name(), () -> new QueueBean(queue));
    }
  }

  /** Drops all. */
  public void close() {
    List.copyOf(known.keySet()).forEach(this::unregister);
  }

  private ObjectName name(String type, String name) {
    String text =
        "%s:type=%s,application=%s,name=%s"
            .formatted(DOMAIN, type, ObjectName.quote(application), ObjectName.quote(name));
    try {
      return new ObjectName(text);
    } catch (MalformedObjectNameException e) {
      throw new IllegalArgumentException("no name for an MBean: " + text, e);
    }
  }

  /** Does nothing for what is known already: names cost time, and this is asked each second. */
  private void register(Object subject, String type, String name, Supplier<Object> bean) {
    if (known.containsKey(subject) || refused.contains(subject)) {
      return;
    }
    ObjectName full = name(type, name);
    try {
      server.registerMBean(bean.get(), full);
      known.put(subject, full);
    } catch (JMException e) {
      refused.add(subject);
      MetricsLog.LOG.beanRefused(full.toString(), e);
    }
  }

  private void unregister(Object subject) {
    ObjectName name = known.remove(subject);
    try {
      server.unregisterMBean(name);
    } catch (JMException e) {
      MetricsLog.LOG.beanRefused(String.valueOf(name), e);
    }
  }
}
