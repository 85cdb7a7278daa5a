package org.escapement.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.escapement.module.ProcessStatus;

/** Modules and workers as the page shows them. Thread-safe. */
public final class SystemView {

  private SystemView() {}

  /** The section of the modules with these names. */
  public static Section modules(Supplier<List<String>> names) {
    return Section.of(
        "modules", () -> names.get().stream().map(name -> Map.of("name", name)).toList());
  }

  /** The section of these workers. */
  public static Section workers(Supplier<List<ProcessStatus>> workers) {
    return Section.of("workers", () -> workers.get().stream().map(SystemView::row).toList());
  }

  private static Map<String, Object> row(ProcessStatus worker) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("index", worker.order());
    row.put("pid", worker.pid());
    row.put("description", worker.name());
    row.put("state", worker.state().name().toLowerCase(Locale.ROOT));
    return row;
  }
}
