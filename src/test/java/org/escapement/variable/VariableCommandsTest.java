package org.escapement.variable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.escapement.command.Caller;
import org.escapement.command.CommandTable;
import org.escapement.command.FaultException;
import org.escapement.variable.builtin.VariableCommands;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariableCommandsTest {

  private static final Caller OPERATOR = new Caller("test", "test", true);

  private final Fixture fixture = new Fixture();
  private final CommandTable commands = new CommandTable();

  @BeforeEach
  void define() {
    commands.add(new VariableCommands(fixture.builtIn.shared(), fixture.variables).commands());
    fixture.variables.set("$shv(limit)", 5, fixture.inMessage());
    fixture.variables.set("$shv(state)", "open", fixture.inMessage());
  }

  private List<?> call(String command, Object... arguments) {
    return commands
        .call(commands.find(command).orElseThrow(), OPERATOR, List.of(arguments))
        .values();
  }

  @Test
  void shvGet_showsOneOrAll() {
    Map<String, Object> limit = Map.of("name", "limit", "type", "int", "value", 5L);
    Map<String, Object> state = Map.of("name", "state", "type", "string", "value", "open");

    assertThat(call("pv.shvGet", "limit")).isEqualTo(List.of(limit));
    assertThat(call("pv.shvGet"))
        .isEqualTo(List.of(Map.of("items", List.of(Map.of("shv", limit), Map.of("shv", state)))));
  }

  @Test
  void shvSet_setsNumbersAndTexts() {
    assertThat(call("pv.shvSet", "limit", "int", "7"))
        .isEqualTo(List.of("Ok. Variable set to new value."));
    call("pv.shvSet", "state", "str", "8");

    assertThat(fixture.builtIn.shared().find("limit").orElseThrow().value()).isEqualTo(7L);
    assertThat(fixture.builtIn.shared().find("state").orElseThrow().value()).isEqualTo("8");
  }

  @ParameterizedTest
  @CsvSource({
    "nope, int, 1, 404, Variable not found",
    "limit, int, x, 400, Invalid value 'x': no whole number",
    "limit, float, 1, 400, Invalid type 'float': it is int or str"
  })
  void shvSet_ofSomethingWrong_changesNothing(
      String name, String type, String value, int code, String text) {
    assertThatThrownBy(() -> call("pv.shvSet", name, type, value))
        .isInstanceOfSatisfying(
            FaultException.class, fault -> assertThat(fault.code()).isEqualTo(code))
        .hasMessage(text);
    assertThat(fixture.builtIn.shared().find("limit").orElseThrow().value()).isEqualTo(5L);
  }

  @Test
  void print_expandsATextOutsideOfMessages() {
    assertThat(call("pv.print", "$shv(limit) $(shv(state){s.toupper}) $ru"))
        .isEqualTo(List.of("5 OPEN <null>"));
    assertThatThrownBy(() -> call("pv.print", "$nope"))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("unknown pseudo-variable '$nope'");
  }
}
