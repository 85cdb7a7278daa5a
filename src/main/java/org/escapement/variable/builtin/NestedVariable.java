package org.escapement.variable.builtin;

import org.escapement.text.PlacedText;
import org.escapement.variable.Format;
import org.escapement.variable.FormatReader;
import org.escapement.variable.PseudoVariable;

/** {@code $_s(text)}: a text with variables, as a value to transform. */
public final class NestedVariable {

  private final FormatReader reader;

  /**
   * @param reader of the catalogue that this variable goes into
   */
  public NestedVariable(FormatReader reader) {
    this.reader = reader;
  }

  /** The variable. */
  public PseudoVariable make() {
    return new PseudoVariable.Simple(
        "_s",
        "A text with variables in it, as one value",
        (use, problems) -> {
          use.refuseIndex(problems);
          PlacedText text = use.needParameter("text", problems);
          if (text == null) {
            return PseudoVariable.Simple.NOTHING;
          }
          Format format = reader.read(text, problems);
          return (context, out) -> out.set(format.expand(context));
        });
  }
}
