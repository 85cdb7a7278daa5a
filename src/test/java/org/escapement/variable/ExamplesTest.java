package org.escapement.variable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.escapement.variable.Examples.Example;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every variable and transformation has an example, every example holds, and the page shows them.
 */
class ExamplesTest {

  private static final Path PAGE = Path.of("docs", "pseudo-variables.md");

  private final Fixture fixture = new Fixture();

  static List<Example> examples() {
    return new Examples().all();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void example_gives_itsResult(Example example) {
    VariableContext context =
        switch (example.place()) {
          case MESSAGE -> fixture.inMessage();
          case REPLY -> fixture.inReply();
          case TIMER -> fixture.inTimer();
        };
    example.set().forEach(assignment -> assign(assignment, context));

    assertThat(fixture.variables.expand(example.text(), context)).isEqualTo(example.result());
  }

  private void assign(String assignment, VariableContext context) {
    int equals = assignment.indexOf(")=") < 0 ? assignment.indexOf('=') : assignment.indexOf(")=");
    String value = assignment.substring(equals + 2);
    Object typed = value.matches("\\d+") ? (Object) Long.valueOf(value) : value;
    fixture.variables.set(assignment.substring(0, equals + 1), typed, context);
  }

  @Test
  void everyVariable_hasAnExampleAndAPlaceOnThePage() {
    assertThat(fixture.builtIn.catalogue().variables())
        .extracting(PseudoVariable::name)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Examples.MESSAGE_VARIABLES, Examples.TIME_VARIABLES, Examples.OTHER_VARIABLES)
                .flatMap(List::stream)
                .toList())
        .allSatisfy(name -> assertThat(ExamplesPage.of(name, examples())).isNotEmpty());
  }

  @Test
  void everyTransformation_hasAnExample() {
    assertThat(fixture.builtIn.catalogue().transformations())
        .allSatisfy(
            kind ->
                assertThat(examples())
                    .as(kind.usage())
                    .anyMatch(example -> example.text().contains('{' + kind.name())));
  }

  /** After a change, copy target/pseudo-variables.md to docs. */
  @Test
  void page_isWhatTheExamplesSay() throws IOException {
    String generated = new ExamplesPage(fixture.builtIn.catalogue(), examples()).text();
    Files.writeString(Path.of("target", "pseudo-variables.md"), generated);

    assertThat(PAGE)
        .as("copy target/pseudo-variables.md to docs after a change of the examples")
        .hasContent(generated);
  }
}
