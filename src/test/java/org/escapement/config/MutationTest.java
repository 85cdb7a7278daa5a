package org.escapement.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.escapement.config.ConfigurationReader.Options;
import org.escapement.text.Problem;

/**
 * Whatever stands in a file, reading it ends soon, with nothing worse than problems that say where,
 * and opens no file but those that the text includes.
 */
class MutationTest {

  private static final Knowledge KNOWLEDGE = new Knowledge(Set.of("ptimer", "shaper"));

  private static final long SLOWEST_NANOS = 20_000_000_000L;

  private static final List<String> SAMPLES = List.of(text("queue.cfg"), text("edge.cfg"));

  /** What is likely to upset a reader. */
  private static final List<String> SPICES =
      List.of(
          "\"",
          "'",
          "{",
          "}",
          "(",
          ")",
          "[",
          "]",
          "/*",
          "*/",
          "#",
          "//",
          "\\",
          "\n",
          "=",
          ";",
          ",",
          ":",
          "-",
          "|",
          "%",
          "0x",
          "$(",
          "$def(A)",
          "$env(A)",
          "\u0000",
          "\uD800",
          "é",
          "\uFEFF",
          "#!ifdef X\n",
          "#!ifndef MOD_tm\n",
          "#!else\n",
          "#!endif\n",
          "#!define A A\n",
          "#!define LEVEL LEVEL2\n",
          "#!redefine A \"",
          "#!undef A\n",
          "#!ifexp ((1\n",
          "#!ifexp 2**3**9 - \"a\"\n",
          "#!defexp B 1/0\n",
          "#!subst \"/a/b/g\"\n",
          "#!substdef \"!a!b!g\"\n",
          "#!defenv A\n",
          "include_file \"site.cfg\"\n",
          "import_file \"../../etc/passwd\"\n",
          "include_file \"main.cfg\"\n",
          "modparam(",
          "modparamx(",
          "loadmodule \"ptimer\"\n",
          "loadmodulex \"$x\"\n",
          "listen=",
          "listen=sctp:(a,",
          "alias=(",
          "flags ",
          "socket={",
          "route",
          "route[A] {",
          "event_route[x:y]",
          "statistics",
          "kemi.",
          "group[1].x=",
          " desc \"",
          "99999999999999999999",
          "-2147483649");

  /** One change of a text; places and lengths count modulo what there is. */
  record Mutation(int kind, int at, int length, int spice) {

    String apply(String text, String other) {
      int begin = at % (text.length() + 1);
      int end = Math.min(text.length(), begin + length);
      String head = text.substring(0, begin);
      String piece = text.substring(begin, end);
      String tail = text.substring(end);
      return switch (kind) {
        case 0 -> head + tail;
        case 1 -> head + piece.repeat(1 + spice % 4) + tail;
        case 2, 3, 4 -> head + SPICES.get(spice % SPICES.size()) + piece + tail;
        case 5 -> head;
        case 6 -> head + other.substring(spice % other.length()) + tail;
        case 7 -> head + piece.toUpperCase(java.util.Locale.ROOT) + tail;
        default -> tail + piece + head;
      };
    }
  }

  @Provide
  Arbitrary<List<Mutation>> mutations() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 8),
            Arbitraries.integers().between(0, 4000).withoutEdgeCases(),
            Arbitraries.integers().between(0, 40),
            Arbitraries.integers().between(0, 4000).withoutEdgeCases())
        .as(Mutation::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  @Property
  void aMutant_givesAConfigurationOrProblems(
      @ForAll("mutations") List<Mutation> mutations, @ForAll boolean first) {
    String text = SAMPLES.get(first ? 0 : 1);
    for (Mutation mutation : mutations) {
      text = mutation.apply(text, SAMPLES.get(first ? 1 : 0));
    }

    check(text);
  }

  @Example
  void theSamples_areSound() {
    assertThat(SAMPLES).allSatisfy(text -> assertThat(Readings.problems(text)).isEmpty());
  }

  private static void check(String text) {
    Memory files = new Memory();
    ConfigurationReader reader =
        new ConfigurationReader(
            new Options(Map.of("GIVEN", ""), name -> name.equals("A") ? "value" : null, files),
            KNOWLEDGE);
    long begin = System.nanoTime();
    Reading reading = reader.attempt("main.cfg", text);
    long nanos = System.nanoTime() - begin;

    assertThat(nanos).as("time for\n%s", text).isLessThan(SLOWEST_NANOS);
    long lines = text.lines().count() + 1;
    for (Problem problem : reading.problems()) {
      if (problem.position().source().equals("main.cfg")
          && (problem.position().line() < 1
              || problem.position().line() > lines
              || problem.position().column() < 1)) {
        throw new AssertionError(problem + " points nowhere in\n" + text);
      }
    }
    assertThat(files.opened).as("files opened").isSubsetOf(files.included);
  }

  /** Two files, and a note of what was asked for. */
  private static final class Memory implements SourceFiles {
    private final Set<String> included = new HashSet<>();
    private final Set<String> opened = new HashSet<>();

    @Override
    public String resolve(String including, String path) {
      included.add(path);
      return path;
    }

    @Override
    public InputStream open(String path) {
      opened.add(path);
      return switch (path) {
        case "site.cfg" -> new ByteArrayInputStream("debug=2\n".getBytes(UTF_8));
        case "main.cfg" -> new ByteArrayInputStream(SAMPLES.get(0).getBytes(UTF_8));
        default -> null;
      };
    }
  }

  private static String text(String sample) {
    try (InputStream in = MutationTest.class.getResourceAsStream(sample)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
