package org.escapement.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A text that knows where each of its characters stands in the source, even when it was put
 * together from several pieces or had escapes in it. Immutable.
 */
public final class PlacedText {

  /** The characters from {@code begin} on stand side by side from {@code position} on. */
  private record Run(int begin, Position position) {}

  private final String text;
  private final List<Run> runs;

  private PlacedText(String text, List<Run> runs) {
    this.text = text;
    this.runs = runs;
  }

  /**
   * A text that stands in one piece.
   *
   * @param position of its first character
   */
  public static PlacedText of(String text, Position position) {
    return new PlacedText(text, List.of(new Run(0, position)));
  }

  public String text() {
    return text;
  }

  /** Where the text begins: its first character, or where that would be. */
  public Position position() {
    return runs.get(0).position;
  }

  /**
   * Where a character stands.
   *
   * @param index 0 to the text's length
   */
  public Position at(int index) {
    int low = 0;
    int high = runs.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (runs.get(middle).begin <= index) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    Run run = runs.get(low);
    return run.position.plusColumns(index - run.begin);
  }

  /**
   * A part of the text, with its places.
   *
   * @param begin index of its first character
   * @param end index after its last one
   */
  public PlacedText part(int begin, int end) {
    List<Run> inner = new ArrayList<>();
    inner.add(new Run(0, at(begin)));
    for (Run run : runs) {
      if (run.begin > begin && run.begin < end) {
        inner.add(new Run(run.begin - begin, run.position));
      }
    }
    return new PlacedText(text.substring(begin, end), List.copyOf(inner));
  }

  @Override
  public String toString() {
    return text;
  }

  /** Puts a text together. Not thread-safe. */
  public static final class Builder {

    private final StringBuilder text = new StringBuilder();
    private final List<Run> runs = new ArrayList<>();

    /**
     * @param begin where the first character will be
     */
    public Builder(Position begin) {
      runs.add(new Run(0, begin));
    }

    /** Says that the next character stands at {@code position}. */
    public Builder moveTo(Position position) {
      if (runs.get(runs.size() - 1).begin == text.length()) {
        runs.remove(runs.size() - 1);
      }
      runs.add(new Run(text.length(), position));
      return this;
    }

    public Builder append(char c) {
      text.append(c);
      return this;
    }

    public Builder append(PlacedText more) {
      int offset = text.length();
      moveTo(more.position());
      for (Run run : more.runs.subList(1, more.runs.size())) {
        runs.add(new Run(offset + run.begin, run.position));
      }
      text.append(more.text);
      return this;
    }

    public PlacedText build() {
      return new PlacedText(text.toString(), List.copyOf(runs));
    }
  }
}
