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
  private final Map<ObjectName, Object> known = new HashMap<>();
  private final Set<ObjectName> refused = new HashSet<>();

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
  public void add(Health health) {
    register(name("Health", "health"), health, health);
  }

  /** Makes known what has come since the last call, and drops what has gone. */
  public void update() {
    Set<Object> present = new HashSet<>();
    for (TimerControl timer : timers.list()) {
      present.add(timer);
      register(name("Timer", timer.name()), timer, new TimerBean(timer, readings));
    }
    for (Meters.Queue queue : queues.get()) {
      present.add(queue.name());
      register(name("Queue", queue.name()), queue.name(), new QueueBean(queue));
    }
    known.entrySet().stream()
        .filter(bean -> !(bean.getValue() instanceof Health))
        .filter(bean -> !present.contains(bean.getValue()))
        .map(Map.Entry::getKey)
        .toList()
        .forEach(this::unregister);
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

  /** A timer that was removed and added again is another one under the same name. */
  private void register(ObjectName name, Object subject, Object bean) {
    Object before = known.get(name);
    if (subject.equals(before) || refused.contains(name)) {
      return;
    }
    if (before != null) {
      unregister(name);
    }
    try {
      server.registerMBean(bean, name);
      known.put(name, subject);
    } catch (JMException e) {
      refused.add(name);
      MetricsLog.LOG.beanRefused(name.toString(), e);
    }
  }

  private void unregister(ObjectName name) {
    known.remove(name);
    try {
      server.unregisterMBean(name);
    } catch (JMException e) {
      MetricsLog.LOG.beanRefused(name.toString(), e);
    }
  }
}
