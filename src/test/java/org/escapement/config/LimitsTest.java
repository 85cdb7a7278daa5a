package org.escapement.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LimitsTest {

  private static final String SLOW = "(.*)".repeat(8) + "x";

  private static String doublings(int count) {
    StringBuilder text = new StringBuilder("#!define A0 1;\n");
    IntStream.range(0, count)
        .forEach(i -> text.append("#!define A" + (i + 1) + " A" + i + " A" + i + "\n"));
    return text + "route { A" + count + " }";
  }

  private static String concatenations() {
    StringBuilder text = new StringBuilder("#!define A0 \"x\"\n");
    IntStream.range(0, 60)
        .forEach(i -> text.append("#!defexps A" + (i + 1) + " A" + i + " + A" + i + "\n"));
    return text.toString();
  }

  private static String growing(int count) {
    return "#!subst \"/a/aaaaaaaaaa/g\"\n".repeat(count) + "workdir=\"a\"";
  }

  static Stream<Arguments> tooMuch() {
    String deep = "(".repeat(100_000);
    return Stream.of(
        Arguments.of("#!define A A A\ndebug=A", "the define 'A' uses itself"),
        Arguments.of(doublings(40), "the defines expand to more than 2097152 characters"),
        Arguments.of(growing(20), "a string grows past 1048576 characters"),
        Arguments.of("#!ifdef A\n".repeat(65), "more than 64 conditions are open"),
        Arguments.of("route {" + "{".repeat(1000), "more than 1000 braces are open"),
        Arguments.of("debug=1;".repeat(70_000), "more than 250000 words outside of routes"),
        Arguments.of("workdir=" + "a.".repeat(10_000), "more than 1000 pieces"),
        Arguments.of("workdir=" + "\"\"".repeat(300_000), "more than 250000 pieces"),
        Arguments.of(
            "#!define A 1" + " ".repeat(1 << 20) + "1\nroute {" + "A ".repeat(100) + "}",
            "the defines expand to more than"),
        Arguments.of(concatenations(), "the string grows past 65536 characters"),
        Arguments.of(
            "#!subst \"/a/b/\"\n".repeat(2000) + "workdir=" + "\"\" ".repeat(2000),
            "takes too long"),
        Arguments.of("x=1\n".repeat(200), "more than 100 problems"),
        Arguments.of("#!ifexp " + deep + "\n#!endif", "nested deeper than 100"),
        Arguments.of("#!ifexp " + "!-".repeat(5000) + "1\n#!endif", "nested deeper than 100"),
        Arguments.of(
            "#!subst \"/" + SLOW + "/x/\"\nworkdir=\"" + "a".repeat(60) + "\"", "takes too long"),
        Arguments.of(
            "#!subst \"/(a|b)*c/x/\"\nworkdir=\"" + "ab".repeat(100_000) + "\"", "takes too long"),
        Arguments.of("#!subst \"/" + deep + "/x/\"", "longer than 1000 characters"),
        Arguments.of(
            "loadmodule \"" + "p".repeat(60) + "\"\nmodparam(\"" + SLOW + "\", \"a\", 1)",
            "takes too long"));
  }

  @ParameterizedTest
  @MethodSource("tooMuch")
  void aTextThatAsksTooMuch_endsWithAnError(String text, String expected) {
    assertThat(Readings.problems(text)).anyMatch(p -> p.contains(expected));
  }

  static Stream<String> large() {
    return Stream.of(
        "/*".repeat(50_000) + "*/".repeat(50_000),
        "route { $" + "(".repeat(100_000) + "\n}",
        "route { $" + "(".repeat(50_000) + ")".repeat(50_000) + "}",
        "workdir=\"" + "a\\\\".repeat(200_000) + '"',
        "workdir=" + "\"a\" ".repeat(200_000),
        "alias=" + "a ".repeat(20_000),
        "route { " + "x = \"y\"; ".repeat(20_000) + "}");
  }

  @ParameterizedTest
  @MethodSource("large")
  void aLargeTextIsRead(String text) {
    assertThat(Readings.problems(text)).isEmpty();
  }

  @Test
  void includesThatGoRound_areAnErrorWithTheirChain() {
    Readings readings =
        new Readings()
            .file("b.cfg", "include_file \"c.cfg\"")
            .file("c.cfg", "\n#!include_file \"b.cfg\"");

    assertThat(readings.problemsOf("include_file \"b.cfg\""))
        .containsExactly(
            "c.cfg:2:1: the file 'b.cfg' includes itself: a.cfg → b.cfg → c.cfg → b.cfg;"
                + " take the include out");
  }

  @Test
  void includesThatGoTooDeep_areAnError() {
    Readings readings = new Readings();
    IntStream.range(0, 20)
        .forEach(i -> readings.file("f" + i, "include_file \"f" + (i + 1) + "\""));

    assertThat(readings.problemsOf("include_file \"f0\""))
        .singleElement()
        .asString()
        .startsWith("f14:1:1: more than 16 files include one another: a.cfg → f0 → f1");
  }

  @Test
  void filesThatAreLargeInAll_areAnError() {
    Readings readings = new Readings().file("big", "#".repeat(5 << 20));

    assertThat(readings.problemsOf("include_file \"big\"\n".repeat(20)))
        .singleElement()
        .asString()
        .startsWith("a.cfg:13:15: the files hold more than 67108864 characters in all");
  }

  @Test
  void aFileThatIsTooLarge_isAnError() {
    assertThat(
            new Readings()
                .file("big", " ".repeat((10 << 20) + 1))
                .problemsOf("include_file \"big\""))
        .containsExactly("a.cfg:1:15: the file 'big' is larger than 10485760 bytes; split it");
  }
}
