package org.escapement.console;

import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * A part of the page.
 *
 * @param name of its server-sent event
 * @param changes tells, cheaply, whether its content is other than before; one that always grows
 *     has its content made each second and compared
 * @param tree its content: maps, lists, texts, numbers, truth values
 */
public record Section(String name, LongSupplier changes, Supplier<Object> tree) {

  /** A part that is looked at each second. */
  public static Section of(String name, Supplier<Object> tree) {
    long[] looks = {0};
    return new Section(name, () -> looks[0]++, tree);
  }
}
