package org.escapement.launch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.escapement.config.Catalogue;
import org.escapement.config.CoreParameter;
import org.escapement.parameter.ParameterTable;

/** Shows the catalogue of core parameters. */
final class CatalogueReport {

  private final List<CoreParameter> parameters = new Catalogue().all();

  /** For people. */
  String toText() {
    return String.join(System.lineSeparator(), ParameterTable.ofCatalogue(parameters));
  }

  /** For programs. */
  String toJson() {
    return Json.write(parameters.stream().map(CatalogueReport::row).toList());
  }

  private static Map<String, Object> row(CoreParameter parameter) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("name", parameter.name());
    row.put("aliases", parameter.aliases());
    row.put("type", parameter.type());
    row.put("default", parameter.defaultText());
    row.put("allowed", parameter.allowed());
    row.put("repeatable", parameter.repeatable());
    row.put("runtime", parameter.runtime());
    row.put("layer", parameter.layer().name().toLowerCase(Locale.ROOT));
    row.put("effect", parameter.effect());
    return row;
  }
}
