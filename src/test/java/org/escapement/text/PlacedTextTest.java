package org.escapement.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlacedTextTest {

  private static Position at(int line, int column) {
    return new Position("f", line, column);
  }

  @Test
  void aTextInOnePiece_countsColumns() {
    PlacedText text = PlacedText.of("abc", at(2, 5));

    assertThat(text.position()).isEqualTo(at(2, 5));
    assertThat(text.at(2)).isEqualTo(at(2, 7));
    assertThat(text.at(3)).isEqualTo(at(2, 8));
  }

  @Test
  void aTextOfSeveralPieces_keepsThePlaceOfEach() {
    PlacedText text =
        new PlacedText.Builder(at(1, 1))
            .append('a')
            .moveTo(at(2, 9))
            .append(PlacedText.of("bc", at(4, 1)))
            .append(
                new PlacedText.Builder(at(5, 1)).append('d').moveTo(at(6, 3)).append('e').build())
            .build();

    assertThat(text.text()).isEqualTo("abcde");
    assertThat(List.of(text.at(0), text.at(1), text.at(2), text.at(3), text.at(4)))
        .containsExactly(at(1, 1), at(4, 1), at(4, 2), at(5, 1), at(6, 3));
  }

  @Test
  void attributes_pointAtTheLineTheyStandOn() {
    Problems problems = new Problems();
    PlacedText text =
        new PlacedText.Builder(at(1, 1))
            .append(PlacedText.of("name=q;", at(1, 1)))
            .append(PlacedText.of("type=9;x", at(2, 4)))
            .build();
    Attributes attributes = Attributes.parse(text, List.of("name", "type"), problems);

    assertThat(attributes.find("type").orElseThrow().position()).isEqualTo(at(2, 9));
    assertThat(problems.list())
        .singleElement()
        .asString()
        .startsWith("f:2:11: 'x' is no attribute");
  }

  @Test
  void nearest_lettersChangedOver_countAsOneChange() {
    assertThat(Nearest.names("debgu", List.of("debug", "desc"))).containsExactly("debug");
    assertThat(Nearest.names("tiemr", List.of("timer", "start"))).containsExactly("timer");
  }
}
