package org.escapement.variable;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.escapement.variable.Examples.Example;

/** Makes docs/pseudo-variables.md. */
final class ExamplesPage {

  private static final String HEAD =
      """
      # Pseudo-variables

      Texts with variables in them, as in kamailio.cfg: the log's prefix, a route's own texts, RPC. This page is made from the
      tests: every result was compared. The message is an INVITE from Bob to Alice, the time is 2026-11-21 08:20:45 UTC.

      | form | means |
      | --- | --- |
      | `$name`, `$name(parameter)` | the value |
      | `$(name(parameter)[index]{transformation}{transformation})` | one of several values, transformed from left to right |
      | `$$` | a dollar sign |

      An index counts from 0, a negative one from the end; `[*]` is all. A variable without a value is shown as `<null>`; transformed, it is
      empty. A transformation that cannot do its work gives an empty text. Arguments of transformations may be variables.

      A wrong name, parameter or index is a problem with its place in the text: at deployment for texts of the configuration, and as an
      exception for those that a route reads.

      In Java, `@Inject Variables variables`:

      ```java
      variables.expand("$fU calls $rU", variables.of(request));   // read once, then found in a cache
      variables.set("$avp(tries)", 3, variables.of(request));
      Format text = variables.format("$ptimer(name): $ptimer(tasks)");   // for what runs often, keep the Format
      text.appendTo(variables.of(timer), line);                          // looks nothing up, allocates nothing of its own
      ```

      `$var`, `$shv`, `$avp`, `$xavp` can be set, and `$ptimer(interval|ntasks|tasks|nslices|slice)` in a start route. A module adds its own:
      `context.variables().catalogue().add(PseudoVariable.text("name", "what it gives", run -> …))`.
      """;

  private static final String TAIL =
      """

      ## Where this differs from Kamailio

      * Lengths and places count characters, not bytes; digests and encodings work on UTF-8.
      * Numbers have 64 bits. `{s.int}` takes all that fit.
      * `$fn` and `$tn` come from the container, without quotes; `{nameaddr.name}` has them, and no blank after them.
      * `$ml` is the length of the message as it would be written, since the container does not tell that of the one received.
      * `$du` is the topmost Route: there the container sends the message.
      * `$(avp(name)[-1])` is the oldest value; Kamailio has none.
      * `{uri.param,…}` reads the parameters of tel URIs too.
      * An expansion longer than `pv_buffer_size` is an error; nothing is cut.
      * Past `pv_cache_limit`, texts are read at each use (`pv_cache_action=0`) or the least used ones make room (1); the cache never grows past it.
      """;

  private final VariableCatalogue catalogue;
  private final List<Example> examples;

  ExamplesPage(VariableCatalogue catalogue, List<Example> examples) {
    this.catalogue = catalogue;
    this.examples = examples;
  }

  /** The examples that show a variable, by itself or with an index. */
  static List<Example> of(String variable, List<Example> examples) {
    Pattern use =
        Pattern.compile("^[^{]*\\$\\(?" + Pattern.quote(variable) + "(?![A-Za-z0-9_])[^{]*+$");
    return examples.stream().filter(e -> use.matcher(e.text()).find()).toList();
  }

  String text() {
    StringBuilder page = new StringBuilder(HEAD);
    variables(page, "Messages", Examples.MESSAGE_VARIABLES);
    variables(page, "Time", Examples.TIME_VARIABLES);
    variables(page, "Timers, workers, configuration", Examples.OTHER_VARIABLES);
    page.append("\n## Transformations\n\n");
    page.append("| transformation | gives | example | result |\n| --- | --- | --- | --- |\n");
    catalogue.transformations().forEach(kind -> transformation(page, kind));
    return page.append(TAIL).toString();
  }

  private void variables(StringBuilder page, String title, List<String> names) {
    page.append("\n## ").append(title).append("\n\n");
    page.append("| variable | gives | example | result |\n| --- | --- | --- | --- |\n");
    for (String name : names) {
      PseudoVariable variable = catalogue.variable(name).orElseThrow();
      rows(page, "`$" + name + "`", variable.help(), of(name, examples));
    }
  }

  private void transformation(StringBuilder page, TransformationKind kind) {
    Pattern use = Pattern.compile(Pattern.quote("{" + kind.name()) + "[,}]");
    List<Example> using =
        examples.stream().filter(example -> use.matcher(example.text()).find()).toList();
    List<Example> beginning =
        using.stream()
            .filter(e -> e.text().indexOf("{" + kind.name()) == e.text().indexOf('{'))
            .toList();
    rows(page, code(kind.usage()), kind.help(), beginning.isEmpty() ? using : beginning);
  }

  private static void rows(StringBuilder page, String what, String help, List<Example> examples) {
    page.append("| ").append(what).append(" | ").append(help.replace("|", "\\|"));
    page.append(examples.isEmpty() ? " | | |\n" : "");
    String before = "";
    for (Example example : examples) {
      page.append(before).append(" | ").append(shown(example));
      page.append(" | ").append(code(example.result())).append(" |\n");
      before = "| | ";
    }
  }

  private static String shown(Example example) {
    String set = example.set().stream().map(ExamplesPage::code).collect(Collectors.joining(", "));
    boolean timers = example.text().contains("ptimer");
    String place =
        switch (example.place()) {
          case REPLY -> " in a reply";
          case TIMER -> timers ? "" : " in a timer's route";
          case MESSAGE -> timers ? " outside of a timer's route" : "";
        };
    return code(example.text()) + place + (set.isEmpty() ? "" : " after " + set);
  }

  private static String code(String text) {
    if (text.isEmpty()) {
      return "empty";
    }
    String fence = text.contains("`") ? "``" : "`";
    return fence + text.replace("|", "\\|") + fence;
  }
}
