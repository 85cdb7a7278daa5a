package org.escapement.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandTableTest {

  private static final Caller OPERATOR = new Caller("olga", "http 127.0.0.1", true);
  private static final Caller VIEWER = new Caller("victor", "http 127.0.0.1", false);

  private final CommandTable table = new CommandTable();
  private final List<String> told = new ArrayList<>();
  private long level;

  @BeforeEach
  void fill() {
    table.add(
        List.of(
            Command.named("test.level", "Sets the level")
                .takes(
                    Parameter.number("level", "0 to 9"), Parameter.text("note", "why").optional())
                .changing()
                .does(
                    (arguments, caller) -> {
                      level = arguments.number("level");
                      return Reply.of(arguments.optionalText("note").orElse("none"));
                    }),
            Command.named("test.echo", "Answers its arguments")
                .takes(Parameter.any("value", "anything").repeated())
                .does((arguments, caller) -> Reply.each(arguments.all("value"))),
            Command.named("test.defect", "Fails")
                .does(
                    (arguments, caller) -> {
                      throw new IllegalStateException("broken");
                    })));
    table.add(new SystemCommands(table).commands());
    table.listen(
        (command, caller, arguments, outcome) ->
            told.add(caller.user() + ' ' + Audit.call(command, arguments) + ' ' + outcome.code()));
  }

  private Reply call(String name, Caller caller, Object... arguments) {
    return table.call(table.find(name).orElseThrow(), caller, List.of(arguments));
  }

  @Test
  void call_withTextForANumber_convertsIt() {
    assertThat(call("test.level", OPERATOR, "7", 12L)).isEqualTo(Reply.of("12"));
    assertThat(level).isEqualTo(7);
  }

  @Test
  void call_repeatedParameter_takesAll() {
    assertThat(call("test.echo", VIEWER, "a", 1L, 2.5).values()).containsExactly("a", 1L, 2.5);
    assertThat(call("test.echo", VIEWER).values()).isEmpty();
  }

  @Test
  void call_viewerOfAChangingCommand_isRefusedAndTold() {
    assertThatExceptionOfType(FaultException.class)
        .isThrownBy(() -> call("test.level", VIEWER, 3L))
        .satisfies(fault -> assertThat(fault.code()).isEqualTo(403));

    assertThat(level).isZero();
    assertThat(told).containsExactly("victor test.level 3 403");
  }

  @ParameterizedTest
  @CsvSource({
    "'',Invalid arguments (see help)",
    "'1,x,y',Invalid arguments (see help)",
    "high,Invalid level 'high': no whole number"
  })
  void call_wrongArguments_isFault400(String arguments, String text) {
    Object[] given = arguments.isEmpty() ? new Object[0] : arguments.split(",");

    assertThatExceptionOfType(FaultException.class)
        .isThrownBy(() -> call("test.level", OPERATOR, given))
        .satisfies(fault -> assertThat(fault.code()).isEqualTo(400))
        .withMessage(text);
    assertThat(level).isZero();
  }

  @Test
  void call_defect_isFault500() {
    assertThatExceptionOfType(FaultException.class)
        .isThrownBy(() -> call("test.defect", VIEWER))
        .satisfies(fault -> assertThat(fault.code()).isEqualTo(500));
  }

  @Test
  void call_listenerThatFails_isAnsweredAllTheSame() {
    table.listen(
        (command, caller, arguments, outcome) -> {
          throw new IllegalStateException("broken");
        });

    assertThat(call("test.echo", VIEWER, "a").values()).containsExactly("a");
  }

  @Test
  void add_twice_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> table.add(new SystemCommands(table).commands()))
        .withMessageContaining("system.listMethods");
  }

  @Test
  void systemCommands_describeAll() {
    assertThat(call("system.listMethods", VIEWER).values())
        .containsExactly(
            "system.listMethods",
            "system.methodHelp",
            "system.methodSignature",
            "test.defect",
            "test.echo",
            "test.level");
    assertThat(call("system.methodHelp", VIEWER, "test.level"))
        .isEqualTo(
            Reply.of(
                "Sets the level\nUsage: test.level LEVEL [NOTE]\n  LEVEL: 0 to 9\n  [NOTE]: why"));
    assertThat(call("system.methodSignature", VIEWER, "test.echo"))
        .isEqualTo(Reply.of(List.of("any", "[any...]")));
    assertThatExceptionOfType(FaultException.class)
        .isThrownBy(() -> call("system.methodHelp", VIEWER, "test.none"))
        .withMessage("command not found");
  }

  @Test
  void auditedCall_withControlCharacters_staysOneLine() {
    Command echo = table.find("test.echo").orElseThrow();

    assertThat(Audit.call(echo, List.of("a\nb\u2028c"))).isEqualTo("test.echo a?b?c");
    assertThat(Audit.call(echo, List.of("x".repeat(1000)))).hasSizeLessThan(310);
  }

  @Test
  void reply_ofOddTypes_normalisesOrRefuses() {
    assertThat(Reply.of(1, true, 2.5f, null).values()).containsExactly(1L, 1L, 2.5, null);
    assertThatIllegalArgumentException().isThrownBy(() -> Reply.of(List.of(new Object())));
  }
}
