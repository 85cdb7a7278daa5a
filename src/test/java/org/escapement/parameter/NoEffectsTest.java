package org.escapement.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.escapement.config.Catalogue;
import org.escapement.config.CoreParameter;
import org.escapement.config.CoreParameter.Layer;
import org.escapement.config.Notice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NoEffectsTest {

  private final CoreParameters parameters = new CoreParameters(new Catalogue());

  static List<CoreParameter> withoutEffect() {
    return new Catalogue().all().stream().filter(p -> p.layer() == Layer.NONE).toList();
  }

  @ParameterizedTest
  @MethodSource("withoutEffect")
  void parameterWithoutEffect_isNamedOnceWithValueAndReason(CoreParameter parameter) {
    String value =
        switch (parameter.type()) {
          case "bool" -> "yes";
          case "string", "interface" -> "\"eth1\"";
          default -> "7";
        };
    String line = parameter.name() + "=" + value + "\n";
    assertThat(Files.load(parameters, line + line)).isEmpty();

    assertThat(new NoEffects(parameters).notices())
        .singleElement()
        .extracting(Notice::what, Notice::advice)
        .satisfies(
            said -> {
              assertThat(said.get(0).toString())
                  .contains(parameter.name() + "=" + value.replace("\"", ""))
                  .contains("has no effect here");
              assertThat(said.get(1)).isEqualTo(parameter.effect());
            });
    assertThat(Files.read(line).notices()).as("the reader says nothing too").isEmpty();
  }

  @Test
  void nothingSet_saysNothing() {
    assertThat(new NoEffects(parameters).notices()).isEmpty();
  }

  @Test
  void table_hasARowForEachOfThe106() {
    assertThat(Files.load(parameters, "debug=2\n")).isEmpty();

    List<String> lines = ParameterTable.ofValues(parameters);

    assertThat(lines).hasSize(107);
    assertThat(lines).anyMatch(line -> line.matches("debug +2 +a.cfg:1:1 +app"));
    assertThat(lines).anyMatch(line -> line.matches("children +8 +default +server"));
    assertThat(lines).anyMatch(line -> line.matches("workdir +- +default +app"));
  }
}
