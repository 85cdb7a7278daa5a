package org.escapement.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.escapement.config.Catalogue;
import org.escapement.config.CoreParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks the table of core parameters, read here by means of its own, and holds the code to each
 * row.
 */
class CatalogueTest {

  private static final Path TABLE =
      Path.of("src/test/resources/org/escapement/parameter/core-parameters.csv");

  private final Catalogue catalogue = new Catalogue();

  /** One row of the table, by the names of its columns. */
  record Row(Map<String, String> cells) {
    String get(String column) {
      return cells.get(column);
    }

    boolean is(String column) {
      return get(column).equals("yes");
    }

    @Override
    public String toString() {
      return get("name");
    }
  }

  static List<Row> rows() {
    try {
      List<String> lines = java.nio.file.Files.readAllLines(TABLE);
      List<String> names = cells(lines.get(0));
      return lines.stream().skip(1).map(line -> row(names, cells(line))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(List<String> names, List<String> cells) {
    Map<String, String> byName = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      byName.put(names.get(i), cells.get(i));
    }
    return new Row(byName);
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    Matcher matcher = Pattern.compile("\\G(?:\"((?:[^\"]|\"\")*)\"|([^,]*))(?:,|$)").matcher(line);
    while (cells.size() < 10 && matcher.find()) {
      String quoted = matcher.group(1);
      cells.add(quoted == null ? matcher.group(2) : quoted.replace("\"\"", "\""));
    }
    return cells;
  }

  @Test
  void table_hasItsRowsInTheCode_inOrder() {
    assertThat(rows()).hasSize(106);
    assertThat(catalogue.all())
        .extracting(CoreParameter::name)
        .containsExactlyElementsOf(rows().stream().map(Row::toString).toList());
    assertThat(catalogue.all()).filteredOn(CoreParameter::runtime).hasSize(20);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void row_agreesWithTheCode(Row row) {
    CoreParameter parameter = catalogue.find(row.get("name")).orElseThrow();

    assertThat(parameter.number()).hasToString(row.get("n"));
    assertThat(String.join(" ", parameter.aliases())).isEqualTo(row.get("aliases"));
    assertThat(parameter.type()).isEqualTo(row.get("type"));
    assertThat(parameter.defaultText()).isEqualTo(row.get("default"));
    assertThat(parameter.allowed()).isEqualTo(row.get("allowed"));
    assertThat(parameter.repeatable()).isEqualTo(row.is("repeatable"));
    assertThat(parameter.runtime()).isEqualTo(row.is("runtime"));
    assertThat(parameter.layer()).hasToString(row.get("layer").toUpperCase(java.util.Locale.ROOT));
    assertThat(parameter.effect()).isEqualTo(row.get("effect"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void default_isWhatTheParameterHas(Row row) {
    Parameter parameter = new CoreParameters(catalogue).get(row.get("name"));
    String written = row.get("default");
    String expected =
        switch (row.get("type")) {
          case "bool" -> written.matches("1|yes|on") ? "yes" : "no";
          case "int or name" -> Integer.decode(written).toString();
          default -> written.equals("application name") ? "" : written;
        };

    assertThat(parameter.text()).isEqualTo(expected);
    assertThat(parameter.isSet()).isFalse();
  }

  static Stream<Row> withAliases() {
    return rows().stream().filter(row -> !row.get("aliases").isEmpty());
  }

  @ParameterizedTest
  @MethodSource("withAliases")
  void alias_setsTheParameter(Row row) {
    for (String alias : row.get("aliases").split(" ", -1)) {
      CoreParameters parameters = new CoreParameters(catalogue);
      String value = sample(row);

      assertThat(Files.load(parameters, alias + "=" + value + "\n")).as(alias).isEmpty();
      assertThat(parameters.get(row.get("name")).isSet()).as(alias).isTrue();
      assertThat(parameters.find(alias)).as(alias).contains(parameters.get(row.get("name")));
    }
  }

  private static String sample(Row row) {
    return switch (row.get("type")) {
      case "bool" -> "yes";
      case "string", "path", "path list" -> "\"/tmp\"";
      default -> "1";
    };
  }

  static Stream<Row> numbers() {
    return rows().stream()
        .filter(row -> row.get("type").matches("int( us| s| MB| bytes)?|level|bits|int or name"))
        .filter(row -> !row.get("name").equals("socket_workers"));
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void range_isEnforcedAtBothEnds(Row row) {
    Matcher range =
        Pattern.compile("(?:>=)?(-?\\d+)(?:\\.\\.(\\d+))?.*").matcher(row.get("allowed"));
    boolean limited = range.matches();
    long least = limited ? Long.parseLong(range.group(1)) : Integer.MIN_VALUE;
    long greatest =
        limited && range.group(2) != null ? Long.parseLong(range.group(2)) : Integer.MAX_VALUE;

    assertThat(accepts(row, least)).as("%s=%d", row, least).isTrue();
    assertThat(accepts(row, greatest)).as("%s=%d", row, greatest).isTrue();
    assertThat(accepts(row, least - 1)).as("%s=%d", row, least - 1).isFalse();
    assertThat(accepts(row, greatest + 1)).as("%s=%d", row, greatest + 1).isFalse();
    assertThat(Files.load(new CoreParameters(catalogue), row + "=\"x\"\n")).isNotEmpty();
  }

  private boolean accepts(Row row, long value) {
    CoreParameters parameters = new CoreParameters(catalogue);
    boolean sound = Files.load(parameters, row + "=" + value + "\n").isEmpty();
    boolean kept = parameters.get(row.get("name")).text().equals(Long.toString(value));
    boolean default8 = row.get("name").equals("children") && value == 0; // said, and not kept
    assertThat(kept || !sound || default8).as("%s=%d is kept", row, value).isTrue();
    return sound && kept;
  }

  static Stream<Row> switches() {
    return rows().stream().filter(row -> row.get("type").equals("bool"));
  }

  @ParameterizedTest
  @MethodSource("switches")
  void switch_takesEverySpelling(Row row) {
    for (String on : List.of("yes", "on", "true", "1", "enable", "enabled", "YES")) {
      CoreParameters parameters = new CoreParameters(catalogue);
      assertThat(Files.load(parameters, row + "=" + on + "\n")).as(on).isEmpty();
      assertThat(parameters.bool(row.get("name"))).as(on).isTrue();
    }
    for (String off : List.of("no", "off", "false", "0", "disable", "disabled")) {
      CoreParameters parameters = new CoreParameters(catalogue);
      assertThat(Files.load(parameters, row + "=" + off + "\n")).as(off).isEmpty();
      assertThat(parameters.bool(row.get("name"))).as(off).isFalse();
    }
    assertThat(Files.load(new CoreParameters(catalogue), row + "=2\n")).isNotEmpty();
  }

  static Stream<Row> words() {
    return rows().stream().filter(row -> row.get("type").equals("enum"));
  }

  @ParameterizedTest
  @MethodSource("words")
  void enum_takesItsWordsOnly(Row row) {
    for (String word : row.get("allowed").split("\\|", -1)) {
      CoreParameters parameters = new CoreParameters(catalogue);
      boolean sound = Files.load(parameters, row + "=" + word + "\n").isEmpty();
      boolean notHere = word.equals("TLS") || word.equals("SCTP");
      assertThat(sound).as(word).isEqualTo(!notHere);
      assertThat(parameters.get(row.get("name")).text().equals(word)).isEqualTo(sound);
    }
    assertThat(Files.load(new CoreParameters(catalogue), row + "=zz\n")).isNotEmpty();
  }

  @Test
  void formsOfTexts_areChecked() {
    for (String wrong :
        List.of(
            "chroot=\"jail\"",
            "version_table=\"a b\"",
            "stats_name_separator=\"--\"",
            "server_header=\"no header\"",
            "user_agent_header=\"User-Agent: a\\r\\nEvil: b\"",
            "log_facility=LOG_NOWHERE",
            "tos=IPTOS_NONE",
            "workdir=5")) {
      assertThat(Files.load(new CoreParameters(catalogue), wrong + "\n")).as(wrong).hasSize(1);
    }
  }
}
