package org.escapement.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.escapement.metrics.Event;
import org.escapement.metrics.EventRing;

/** The last events as the page shows them. Thread-safe. */
public final class EventsView {

  /** What a tab is told at a change: it has all others already. */
  private static final int NEWS = 100;

  private EventsView() {}

  /** The section of a ring: its last hundred events. */
  public static Section of(EventRing ring) {
    return new Section("events", ring::changes, () -> tree(ring.last(NEWS)));
  }

  /** All events. */
  public static Object history(EventRing ring) {
    return tree(ring.list());
  }

  private static Object tree(List<Event> events) {
    List<Object> rows = new ArrayList<>();
    for (Event event : events) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("id", event.number());
      row.put("millis", event.millis());
      row.put("kind", event.kind().text());
      row.put("source", event.source());
      row.put("text", event.text());
      row.put("times", event.times());
      rows.add(row);
    }
    return rows;
  }
}
