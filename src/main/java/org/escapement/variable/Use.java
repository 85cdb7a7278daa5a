package org.escapement.variable;

import org.escapement.text.PlacedText;
import org.escapement.text.Position;
import org.escapement.text.Problems;
import org.jspecify.annotations.Nullable;

/**
 * How a text uses a pseudo-variable, such as {@code $(hdr(X)[-1])}.
 *
 * @param name the variable's name
 * @param position of the name
 * @param parameter what stands in parentheses after the name, or null when there are none
 * @param index which of several values
 */
public record Use(String name, Position position, @Nullable PlacedText parameter, Index index) {

  /**
   * The parameter of a variable that needs one; that it is missing is reported.
   *
   * @param what says what is missing, such as {@code header}
   * @return null when it is missing
   */
  public @Nullable PlacedText needParameter(String what, Problems problems) {
    if (parameter == null || parameter.text().isBlank()) {
      problems.add(position, '$' + name + " needs a " + what, "write $" + name + '(' + what + ')');
      return null;
    }
    return parameter;
  }

  /** Reports a parameter of a variable that takes none. */
  public void refuseParameter(Problems problems) {
    if (parameter != null) {
      problems.add(
          parameter.position(),
          '$' + name + " takes no parameter, but has (" + parameter.text() + ')',
          "write $" + name);
    }
  }

  /** Reports an index of a variable that has one value only. */
  public void refuseIndex(Problems problems) {
    if (!index.isNone()) {
      problems.add(position, '$' + name + " has one value and takes no index", "leave [ ] out");
    }
  }
}
