package org.escapement.rpc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.escapement.rpc.ValueType.LONG_SIZE;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the values of a request of the control protocol. Only plain values are arguments: no
 * command takes structures or arrays. Whatever the bytes are, it ends with values or a {@link
 * MalformedException}.
 */
final class ValueReader {

  private static final int MOST_VALUES = 256;

  private final ByteBuffer in;

  ValueReader(ByteBuffer body) {
    this.in = body;
  }

  /** All values: each a {@code String}, {@code Long} or {@code Double}. */
  List<Object> readAll() throws MalformedException {
    List<Object> values = new ArrayList<>();
    while (in.hasRemaining()) {
      if (values.size() == MOST_VALUES) {
        throw new MalformedException("bad request: more than " + MOST_VALUES + " arguments");
      }
      values.add(read());
    }
    return values;
  }

  private Object read() throws MalformedException {
    int first = in.get() & 0xFF;
    int size = size(first);
    if (size > in.remaining()) {
      throw new MalformedException("bad request: more data needed");
    }
    return switch (first & 0xF) {
      case ValueType.INT -> number(size);
      case ValueType.DOUBLE -> number(size) / ValueType.DOUBLE_SCALE;
      case ValueType.STRING, ValueType.BYTES -> text(size);
      default -> throw new MalformedException("bad request: an argument is no text or number");
    };
  }

  private int size(int first) throws MalformedException {
    int size = (first >> 4) & 7;
    if ((first & LONG_SIZE) == 0) {
      return size;
    }
    if (size == 0 || size > 4 || size > in.remaining()) {
      throw new MalformedException("bad request: corrupted size");
    }
    long value = 0;
    for (int i = 0; i < size; i++) {
      value = (value << 8) | (in.get() & 0xFF);
    }
    return (int) Math.min(value, Integer.MAX_VALUE);
  }

  /** Four bytes are a signed number; fewer one that is not negative. */
  private long number(int size) throws MalformedException {
    if (size > Long.BYTES) {
      throw new MalformedException("bad request: a number of " + size + " bytes");
    }
    long value = 0;
    for (int i = 0; i < size; i++) {
      value = (value << 8) | (in.get() & 0xFF);
    }
    return size == Integer.BYTES ? (int) value : value;
  }

  private String text(int size) {
    byte[] bytes = new byte[size];
    in.get(bytes);
    int length = size > 0 && bytes[size - 1] == 0 ? size - 1 : size;
    return new String(bytes, 0, length, UTF_8);
  }
}
