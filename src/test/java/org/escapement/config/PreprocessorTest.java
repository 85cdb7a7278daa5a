package org.escapement.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.escapement.text.PlacedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreprocessorTest {

  private static String workdir(Configuration c) {
    return c.setting("workdir").orElseThrow().text();
  }

  @Test
  void define_standsForItsText() {
    Configuration c =
        Readings.read(
            """
            #!define LEVEL 2
            !!define HOST 192.0.2.9
            #!define SOCKET udp:HOST:5060 name "s"   # a comment
            #!define LONG "one \\
            two"
            #!define EMPTY
            debug=LEVEL
            listen=SOCKET
            listen=tcp:HOST:5061
            workdir=EMPTY LONG
            """);

    assertThat(c.debug()).hasValue(2);
    assertThat(c.listens())
        .extracting(l -> l.address() + " " + l.name())
        .containsExactly("udp:192.0.2.9:5060 s", "tcp:192.0.2.9:5061 null");
    assertThat(workdir(c)).isEqualTo("one two");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "#!define A 1@#!redefine A 2 | 2",
        "#!define A 1@#!redef A 2 | 2",
        "#!define A 1@#!trydef A 2 | 1",
        "#!trydef A 2 | 2",
        "#!def A 1@#!undef A@#!define A 3 | 3",
        "#!tryundef A@#!define A 4 | 4",
        "#!defexp A 2+3*4 | 14",
        "#!define B 5@#!defexp A (B - 1) << 2 | 16",
        "#!define B A1@#!define A1 6@#!define A B | 6",
      })
  void definesOfEveryKind(String directives, int expected) {
    assertThat(Readings.read(directives.replace('@', '\n') + "\ndebug=A").debug())
        .hasValue(expected);
  }

  @Test
  void definesFromOutside_comeFirst() {
    Readings readings = new Readings().define("LEVEL", "3").define("WITH_X", "");

    assertThat(readings.main("#!ifdef WITH_X\n#!trydef LEVEL 1\n#!endif\ndebug=LEVEL").debug())
        .hasValue(3);
  }

  @Test
  void defexps_makesAString() {
    assertThat(workdir(Readings.read("#!define D \"/srv\"\n#!defexps W D + \"/x\" + 1\nworkdir=W")))
        .isEqualTo("/srv/x1");
  }

  @ParameterizedTest
  @CsvSource({
    "#!defenv LEVEL, LEVEL",
    "#!defenv L=LEVEL, L",
    "#!trydefenv LEVEL, LEVEL",
    "#!trydefenv NO_SUCH, 3",
  })
  void environmentVariables_areDefined(String directive, String use) {
    assertThat(new Readings().variable("LEVEL", "3").main(directive + "\ndebug=" + use).debug())
        .hasValue(3);
  }

  @Test
  void environmentVariables_asStrings() {
    Readings readings = new Readings().variable("DIR", "C:\\dir \"x\"");

    assertThat(workdir(readings.main("#!defenvs DIR\nworkdir=DIR"))).isEqualTo("C:\\dir \"x\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "#!ifdef A | 0",
        "#!ifndef A | 1",
        "#!define A@#!ifdef A | 1",
        "#!define A@#!ifndef A | 0",
        "#!ifexp 1 | 1",
        "#!ifexp A | 0",
        "#!define A@#!ifexp A && !B | 1",
        "#!define A 10@#!ifexp A >= 10 && A < 11 | 1",
        "#!define A \"x\"@#!ifexp A == \"x\" | 1",
        "#!define A x@#!ifexp A != 'x' | 0",
        "#!ifexp defined(A) OR 2 > 1 | 1",
        "#!ifexp 7 % 4 == 3 && 7 / 2 == 3.5 && (6 & 3) == 2 && (6 ^ 3) == 5 && ~0 == -1 | 1",
        "#!ifexp 1 << 4 == 16 && 16 >> 2 == 4 && 0x10 - 020 == 0 # or else | 1",
      })
  void conditions(String condition, int expected) {
    String text =
        condition.replace('@', '\n').replace("OR", "||") + "\ndebug=1\n#!else\ndebug=0\n#!endif\n";
    assertThat(Readings.read(text).debug()).hasValue(expected);
  }

  @Test
  void whatAConditionLeavesOut_needNotMakeSense() {
    Configuration c =
        Readings.read(
            """
            #!ifdef NO_SUCH
            don't read "this { ( /*
            #!define LEVEL 1
            include_file "none"
              #!ifdef OTHER
            #!else
            nor ' this
              #!endif
            #!else
            #!define LEVEL 2
            #!endif
            debug=LEVEL
            """);

    assertThat(c.debug()).hasValue(2);
  }

  @Test
  void conditionsWithinRoutes_keepBracesBalanced() {
    Configuration c =
        Readings.read(
            "route {\n#!ifdef X\nif(1) {\n#!else\nif(2) {\n#!endif\n}\n}\r\n#!ifdef X\r\n#!endif\r\ndebug=1");

    assertThat(c.debug()).hasValue(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "#!subst \"/DIR/srv/\" | /DIR/DIR | /srv/DIR",
        "#!subst \"/DIR/srv/g\" | /DIR/DIR | /srv/srv",
        "#!subst '/dir/srv/gi' | /DIR/Dir | /srv/srv",
        "#!subst \"!/([a-z]+)!:\\\\1$1!g\" | /ab/c | :ab$1:c$1",
        "#!subst \"/(a)/\\\\12/\" | a | a2",
        "#!substdef \"!DIR!/srv!g\" | DIR/DIR | /srv//srv",
      })
  void subst_changesStringsAfterIt(String directive, String text, String expected) {
    String config = "description=\"" + text + "\"\n" + directive + "\nworkdir=\"" + text + '"';
    Configuration c = Readings.read(config);

    assertThat(c.setting("description").orElseThrow().text()).isEqualTo(text);
    assertThat(workdir(c)).isEqualTo(expected);
  }

  @Test
  void substdef_definesTheNameAsWell() {
    assertThat(Readings.read("#!substdef \"/LEVEL/3/\"\ndebug=LEVEL").debug()).hasValue(3);
    assertThat(workdir(Readings.read("#!substdefs \"!DIR!/a b!\"\nworkdir=DIR"))).isEqualTo("/a b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "include_file \"sub/b.cfg\"",
        "import_file 'sub/b.cfg'",
        "#!include_file \"sub/b.cfg\"",
        "!!import_file \"sub/b.cfg\" # b",
        "#!include_file sub/b.cfg",
        "#!define FILE \"sub/b.cfg\"\ninclude_file FILE",
        "#!define FILE \"sub/b.cfg\"\n#!include_file FILE",
      })
  void include_isRelativeToTheIncludingFile(String include) {
    Configuration c =
        new Readings()
            .file("sub/b.cfg", "debug=1\nimport_file \"c.cfg\"\n")
            .file("sub/c.cfg", "  debug=2")
            .main(include + "\nexit_timeout=3");

    assertThat(c.statements())
        .extracting(s -> s.position().toString())
        .startsWith("sub/b.cfg:1:1", "sub/c.cfg:1:3");
    assertThat(c.debug()).hasValue(2);
    assertThat(c.intSetting("exit_timeout")).hasValue(3);
  }

  @Test
  void import_aMissingFile_isNothing() {
    assertThat(Readings.read("import_file \"none.cfg\"\n#!import_file \"none\"\ndebug=1").debug())
        .hasValue(1);
  }

  @Test
  void include_withinARoute_isPartOfIt() {
    Configuration c =
        new Readings().file("b", "if (1) { }").main("route {\ninclude_file \"b\"\n}\ndebug=1");

    assertThat(c.debug()).hasValue(1);
  }

  @Test
  void aStringFromADefine_pointsAtItsDefinition() {
    Configuration c =
        Readings.read(
            "#!define T \"name=q;\\\n  type=9\"\nloadmodule \"ptimer\"\nmodparam(\"ptimer\", \"timer\", T)");
    PlacedText value = ((Value.Text) c.parametersOf("ptimer").get(0).value()).placed();

    assertThat(value.at(value.text().indexOf('9'))).hasToString("a.cfg:2:8");
  }

  @Test
  void aMistypedDirective_isACommentWithAWarning() {
    assertThat(Readings.notices("#!ifdeff X\n#!/usr/sbin/x\n#!shebang"))
        .containsExactly(
            "a.cfg:1:1: '#!ifdeff' is read as a comment; did you mean #!ifdef or #!ifndef?");
  }
}
