package org.escapement.worker;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.escapement.text.Nearest;

/** The groups of workers by name. Immutable. */
public final class WorkerGroups {

  /** The group of those who name none. */
  public static final String DEFAULT = "default";

  private final Map<String, WorkerGroup> byName = new LinkedHashMap<>();

  public WorkerGroups(Collection<WorkerGroup> groups) {
    groups.forEach(group -> byName.put(group.name(), group));
  }

  /** All of them, in the order of the configuration. */
  public List<WorkerGroup> list() {
    return List.copyOf(byName.values());
  }

  /**
   * The group of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public WorkerGroup group(String name) {
    WorkerGroup group = byName.get(name);
    if (group != null) {
      return group;
    }
    if (byName.isEmpty()) {
      throw new IllegalArgumentException(
          "there are no async workers; set async_workers or async_workers_group");
    }
    throw new IllegalArgumentException(
        "there is no group of async workers named '"
            + name
            + "'; "
            + Nearest.advice("group", name, byName.keySet()));
  }
}
