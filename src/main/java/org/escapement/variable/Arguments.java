package org.escapement.variable;

import java.util.ArrayList;
import java.util.List;
import org.escapement.text.PlacedText;
import org.escapement.text.Position;
import org.escapement.text.Problems;

/**
 * The arguments of a transformation: what stands between its name and the closing brace.
 *
 * @param raw all of it, without the first comma
 * @param position of the transformation's name
 * @param reader reads variables in arguments
 */
public record Arguments(PlacedText raw, Position position, FormatReader reader) {

  /** The arguments, separated by commas; none when there is no text. Blanks are kept. */
  public List<PlacedText> split() {
    String text = raw.text();
    List<PlacedText> all = new ArrayList<>();
    if (text.isEmpty()) {
      return all;
    }
    int begin = 0;
    for (int comma = comma(text, 0); comma >= 0; comma = comma(text, begin)) {
      all.add(raw.part(begin, comma));
      begin = comma + 1;
    }
    all.add(raw.part(begin, text.length()));
    return all;
  }

  /** The next comma that stands in no variable, such as {@code $xavp(a,b)}. */
  private static int comma(String text, int begin) {
    boolean name = false;
    int depth = 0;
    for (int i = begin; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ',' && depth == 0) {
        return i;
      }
      if (c == '(' && (name || depth > 0)) {
        depth++;
      } else if (c == ')' && depth > 0) {
        depth--;
      }
      name = c == '$' || (name && (Character.isLetterOrDigit(c) || c == '_'));
    }
    return -1;
  }

  /** An argument that may be a variable. */
  public Argument argument(int index, Problems problems) {
    return read(split().get(index), problems);
  }

  /** A part of the arguments' text that may have variables. */
  public Argument read(PlacedText part, Problems problems) {
    return Argument.read(part, reader, problems);
  }
}
