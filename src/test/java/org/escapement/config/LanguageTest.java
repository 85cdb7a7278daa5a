package org.escapement.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The corners of the language: expressions, predefined names, evaluated values, groups. */
class LanguageTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2**3 == 8",
        "2**3**2 == 512",
        "-2**2 == 4",
        "7/2 == 3.5",
        "6/2 == 3",
        "3.5*2 == 7",
        "7%4 == 3",
        "^5 == -6",
        "(5^1) == 4",
        "(5&3) == 1",
        "(1<<4) == 16",
        "0x10 == 16",
        "\"a\"+1 == \"a1\"",
        "\"2\"+3 == \"23\"",
        "2+\"3\" == 5",
        "KAMAILIO_VERSION >= 5006000 && KAMAILIO_VERSION < 7000000",
        "defined(KAMAILIO_6) && !defined(KAMAILIO_5)",
        "OS_NAME != \"\"",
      })
  void expression_holds(String expression) {
    assertThat(Readings.read("#!ifexp " + expression + "\ndebug=3\n#!endif\n").debug())
        .as(expression)
        .hasValue(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"7%0", "1/0", "2**5000", "^\"x\"", "1.2.3", "3 **"})
  void expressionWithoutValue_isAProblem(String expression) {
    assertThat(Readings.problems("#!ifexp " + expression + "\n#!endif\n")).hasSize(1);
  }

  @Test
  void loadedModule_isDefinedFromThereOn() {
    String text =
        """
        #!ifdef MOD_ptimer
        debug=9
        #!endif
        loadmodule "ptimer.so"
        loadmodule(shaper)
        #!ifdef MOD_ptimer
        debug=1
        #!endif
        #!ifdef MOD_shaper
        corelog=1
        #!endif
        """;

    assertThat(Readings.read(text).debug()).hasValue(1);
    assertThat(Readings.read(text).intSetting("corelog")).hasValue(1);
  }

  @Test
  void evaluatedStatements_haveTheirVariablesPutIn() {
    Configuration c =
        new Readings()
            .variable("NODE", "n1")
            .main(
                """
                #!define WHICH "ptimer"
                #!define COUNT 5
                loadmodulex "$def(WHICH)"
                loadmodule "shaper"
                modparamx("ptimer", "timer", "name=$env(NODE)-$defn(COUNT)$$")
                modparam("ptimer", "timer", "name=$env(NODE)")
                """);

    assertThat(c.modules()).extracting(Statement.LoadModule::module).contains("ptimer");
    assertThat(c.parametersOf("ptimer"))
        .extracting(p -> p.value().text())
        .containsExactly("name=n1-5$", "name=$env(NODE)");
  }

  @Test
  void evaluatedText_keepsItsPlaces() {
    Configuration c =
        new Readings()
            .variable("A", "long-value")
            .main("loadmodule \"ptimer\"\nmodparamx(\"ptimer\", \"timer\", \"a$env(A)bc\")\n");
    Value.Text value = (Value.Text) c.parametersOf("ptimer").get(0).value();

    assertThat(value.placed().at(value.text().indexOf("bc"))).hasToString("a.cfg:2:39");
    assertThat(value.placed().at(1)).hasToString("a.cfg:2:32");
  }

  @ParameterizedTest
  @ValueSource(strings = {"$env(NOWHERE)", "$def(NOTHING)", "$ru", "$(hdr)", "$var(x)"})
  void variableWithoutValue_isAProblemAtItsPlace(String variable) {
    assertThat(Readings.problems("loadmodulex \"x" + variable + "\"\n"))
        .anyMatch(p -> p.startsWith("a.cfg:1:15: '" + variable.substring(0, 3)));
  }

  @Test
  void groupOfAddresses_givesEach() {
    Configuration c =
        Readings.read(
            """
            listen=sctp:(127.0.0.1, [::1]):5070
            listen=(10.0.0.1, eth0)
            kemi.reply_route_callback="X"
            alias=(a.example, b.example):5060 c
            """);

    assertThat(c.listens())
        .extracting(listen -> listen.address().toString())
        .containsExactly("sctp:127.0.0.1:5070", "sctp:[::1]:5070", "10.0.0.1", "eth0");
    assertThat(c.aliases())
        .extracting(SocketAddress::toString)
        .containsExactlyInAnyOrder("a.example:5060", "b.example:5060", "c");
    assertThat(c.setting("kemi.reply_route_callback")).isPresent();
  }

  @Test
  void mistakeInAGroup_isAProblem() {
    assertThat(List.of("listen=(a, b", "listen=()", "listen=udp:(a b)", "alias=(a,)"))
        .allSatisfy(text -> assertThat(Readings.problems(text + "\n")).as(text).isNotEmpty());
  }
}
