package org.escapement.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttributesTest {

  private static final Position BEGIN = new Position("a.cfg", 7, 20);
  private static final List<String> KNOWN = List.of("name", "type", "interval");

  private final Problems problems = new Problems();

  private Attributes parse(String text) {
    return Attributes.parse(text, BEGIN, KNOWN, problems);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          name=queue;type=3         | queue | 25
          name=queue;               | queue | 25
          ` name = queue ; type=3 ` | queue | 28
          type=3;name=queue         | queue | 32
          name=a=b                  | a=b   | 25
          name=                     | ``    | 25
          name= ;type=3             | ``    | 26
          """)
  void attribute_isFoundWithThePositionOfItsValue(String text, String value, int column) {
    Attributes attributes = parse(text);

    assertThat(attributes.find("name"))
        .contains(new Attributes.Attribute("name", value, new Position("a.cfg", 7, column)));
    assertThat(attributes.position()).isEqualTo(BEGIN);
    assertThat(problems.isEmpty()).isTrue();
  }

  @Test
  void attributes_keepTheOrderOfTheText() {
    assertThat(parse("type=3;interval=1s;name=t").all())
        .extracting(Attributes.Attribute::name)
        .containsExactly("type", "interval", "name");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name          | a.cfg:7:20: 'name' is no attribute; write name=value, separated by semicolons
          name=t; type  | a.cfg:7:28: 'type' is no attribute; write name=value, separated by semicolons
          name=t;=3     | a.cfg:7:27: unknown attribute ''; the known ones are interval, name, type
          name=t;tpye=3 | a.cfg:7:27: unknown attribute 'tpye'; did you mean type?
          name=t;typ=3  | a.cfg:7:27: unknown attribute 'typ'; did you mean type?
          name=t;name=u | a.cfg:7:27: attribute 'name' is given twice; keep one of them
          """)
  void mistake_isReportedWhereItStands(String text, String problem) {
    parse(text);

    assertThat(problems.list()).extracting(Problem::toString).containsExactly(problem);
  }

  @Test
  void attributeGivenTwice_keepsTheFirst() {
    assertThat(parse("name=t;name=u").find("name"))
        .hasValueSatisfying(name -> assertThat(name.value()).isEqualTo("t"));
  }

  @Test
  void emptyText_hasNoAttributesAndNoProblems() {
    assertThat(parse("").all()).isEmpty();
    assertThat(problems.isEmpty()).isTrue();
  }
}
