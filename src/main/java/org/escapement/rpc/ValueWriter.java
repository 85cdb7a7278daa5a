package org.escapement.rpc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.escapement.rpc.ValueType.LARGEST_SHORT_SIZE;
import static org.escapement.rpc.ValueType.LONG_SIZE;

import java.io.ByteArrayOutputStream;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes replies in the control protocol. kamcmd knows whole numbers of 32 bits with a sign; larger
 * ones, and doubles that are no thousandths in that range, are written as texts, which it prints
 * the same.
 */
final class ValueWriter {

  private static final String NULL = "<null string>";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** The body of a reply. */
  static byte[] reply(List<?> values) {
    ValueWriter writer = new ValueWriter();
    if (areNamed(values)) {
      writer.named(values);
    } else {
      values.forEach(writer::value);
    }
    return writer.out.toByteArray();
  }

  /** The body of a fault. */
  static byte[] fault(int code, String text) {
    ValueWriter writer = new ValueWriter();
    writer.number(ValueType.INT, code);
    writer.text(ValueType.STRING, text);
    return writer.out.toByteArray();
  }

  private void value(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      out.write(ValueType.STRUCT);
      map.forEach((name, member) -> member(String.valueOf(name), member));
      out.write(LONG_SIZE | ValueType.STRUCT);
    } else if (value instanceof List<?> list) {
      out.write(ValueType.ARRAY);
      list.forEach(this::value);
      out.write(LONG_SIZE | ValueType.ARRAY);
    } else if (value instanceof Long number && number == number.intValue()) {
      number(ValueType.INT, number.intValue());
    } else if (value instanceof Double number && isThousandths(number)) {
      number(ValueType.DOUBLE, (int) (number * ValueType.DOUBLE_SCALE));
    } else {
      text(ValueType.STRING, value == null ? NULL : value.toString());
    }
  }

  /**
   * kamcmd reads no array within a structure: a list there is a member that comes several times, or
   * an empty structure.
   */
  private void member(String name, @Nullable Object value) {
    if (value instanceof List<?> list && (list.isEmpty() || areNamed(list))) {
      text(ValueType.NAME, name);
      named(list);
      return;
    }
    List<?> all = value instanceof List<?> list ? list : Collections.singletonList(value);
    for (Object each : all) {
      text(ValueType.NAME, name);
      value(each);
    }
  }

  /**
   * Whether all are structures of one member, a structure again, with the same name: Kamailio then
   * sends one structure in which that member comes several times.
   */
  private static boolean areNamed(List<?> values) {
    return !values.isEmpty()
        && values.stream()
            .allMatch(
                value ->
                    value instanceof Map<?, ?> map
                        && map.size() == 1
                        && map.values().iterator().next() instanceof Map<?, ?>)
        && values.stream().map(value -> ((Map<?, ?>) value).keySet()).distinct().count() == 1;
  }

  private void named(List<?> values) {
    out.write(ValueType.STRUCT);
    for (Object value : values) {
      ((Map<?, ?>) value).forEach((name, member) -> member(String.valueOf(name), member));
    }
    out.write(LONG_SIZE | ValueType.STRUCT);
  }

  private static boolean isThousandths(double number) {
    double scaled = number * ValueType.DOUBLE_SCALE;
    return scaled == Math.rint(scaled) && Math.abs(scaled) <= Integer.MAX_VALUE;
  }

  /** With as many bytes as it needs; a negative number with four. */
  private void number(int type, int value) {
    int size = (Integer.SIZE - Integer.numberOfLeadingZeros(value) + 7) / 8;
    out.write((size << 4) | type);
    for (int shift = (size - 1) * 8; shift >= 0; shift -= 8) {
      out.write(value >> shift);
    }
  }

  /** With a zero byte at its end. A zero byte inside would end it for a reader in C. */
  private void text(int type, String text) {
    byte[] bytes = text.replace('\0', '?').getBytes(UTF_8);
    int size = bytes.length + 1;
    if (size <= LARGEST_SHORT_SIZE && size > 1) {
      out.write((size << 4) | type);
    } else {
      int width = (Integer.SIZE - Integer.numberOfLeadingZeros(size) + 7) / 8;
      out.write(LONG_SIZE | (width << 4) | type);
      for (int shift = (width - 1) * 8; shift >= 0; shift -= 8) {
        out.write(size >> shift);
      }
    }
    out.writeBytes(bytes);
    out.write(0);
  }
}
