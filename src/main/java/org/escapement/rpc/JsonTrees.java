package org.escapement.rpc;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import javax.json.Json;
import javax.json.JsonArrayBuilder;
import javax.json.JsonNumber;
import javax.json.JsonObjectBuilder;
import javax.json.JsonString;
import javax.json.JsonValue;
import org.escapement.command.Reply;
import org.jspecify.annotations.Nullable;

/** Between JSON and the arguments and replies of commands. */
final class JsonTrees {

  private JsonTrees() {}

  /**
   * One value as it is; several, or a reply that is a list by nature, as an array; none as an empty
   * object, as Kamailio has it.
   */
  static JsonValue of(Reply reply) {
    if (reply.isList() || reply.values().size() > 1) {
      return of(reply.values());
    }
    return reply.values().isEmpty() ? JsonValue.EMPTY_JSON_OBJECT : of(reply.values().get(0));
  }

  private static JsonValue of(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      JsonObjectBuilder object = Json.createObjectBuilder();
      map.forEach((name, member) -> object.add(String.valueOf(name), of(member)));
      return object.build();
    }
    if (value instanceof List<?> list) {
      JsonArrayBuilder array = Json.createArrayBuilder();
      list.forEach(element -> array.add(of(element)));
      return array.build();
    }
    if (value instanceof Long number) {
      return Json.createValue(number);
    }
    if (value instanceof Double number && Double.isFinite(number)) {
      return Json.createValue(BigDecimal.valueOf(number));
    }
    return value == null ? JsonValue.NULL : Json.createValue(value.toString());
  }

  /**
   * An argument: a text, a whole number, a number; truth values as 1 and 0.
   *
   * @return null if it is none of them, or too large
   */
  static @Nullable Object argument(JsonValue value) {
    return switch (value.getValueType()) {
      case STRING -> ((JsonString) value).getString();
      case TRUE -> 1L;
      case FALSE -> 0L;
      case NUMBER -> number((JsonNumber) value);
      default -> null;
    };
  }

  /** The precision is looked at first: making a number of 1e999999999 would take the memory. */
  private static @Nullable Object number(JsonNumber number) {
    BigDecimal decimal = number.bigDecimalValue();
    if (Math.abs((long) decimal.scale()) > 400 || decimal.precision() > 400) {
      return null;
    }
    try {
      return decimal.longValueExact();
    } catch (ArithmeticException e) {
      double value = decimal.doubleValue();
      return Double.isFinite(value) ? value : null;
    }
  }
}
