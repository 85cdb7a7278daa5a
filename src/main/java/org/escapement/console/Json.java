package org.escapement.console;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import javax.json.JsonValue;
import javax.json.stream.JsonGenerator;
import org.jspecify.annotations.Nullable;

/** Writes a tree of maps, lists, texts, numbers, truth values and nulls as JSON. */
final class Json {

  private Json() {}

  static String of(Object tree) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = javax.json.Json.createGenerator(text)) {
      write(generator, tree);
    }
    return text.toString();
  }

  private static void write(JsonGenerator out, @Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      out.writeStartObject();
      map.forEach(
          (name, member) -> {
            out.writeKey(name.toString());
            write(out, member);
          });
      out.writeEnd();
    } else if (value instanceof List<?> list) {
      out.writeStartArray();
      list.forEach(element -> write(out, element));
      out.writeEnd();
    } else if (value instanceof Boolean yes) {
      out.write(yes);
    } else if (value instanceof Double number) {
      out.write(number);
    } else if (value instanceof Number number) {
      out.write(number.longValue());
    } else if (value == null) {
      out.write(JsonValue.NULL);
    } else {
      out.write(value.toString());
    }
  }
}
