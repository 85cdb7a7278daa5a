package org.escapement.rpc;

import static org.escapement.command.Parameter.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.escapement.command.Arguments;
import org.escapement.command.Command;
import org.escapement.command.FaultException;
import org.escapement.command.Parameter;
import org.escapement.command.Reply;
import org.escapement.statistic.Statistic;
import org.escapement.statistic.Statistics;

/** {@code stats.*}: the statistics, as Kamailio's module kex shows them. */
public final class StatsCommands {

  private static final Parameter ASKED =
      text("statistic", "all, GROUP:, GROUP:NAME or NAME").repeated();
  private static final String EXAMPLE = "core:rcv_requests";

  /** What Kamailio answers when none is named. */
  private static final String READ = "Please provide which stats to retrieve";

  private static final String RESET = "Please provide stats name";

  private final Statistics statistics;

  public StatsCommands(Statistics statistics) {
    this.statistics = statistics;
  }

  public List<Command> commands() {
    return List.of(
        Command.named("stats.get_statistics", "Shows statistics as lines")
            .takes(ASKED)
            .example("all")
            .answered(Reply.each(List.of(EXAMPLE + " = 17")))
            .does((arguments, caller) -> Reply.each(lines(arguments, READ, Statistic::value))),
        Command.named("stats.fetch", "Shows statistics as a structure")
            .takes(ASKED)
            .example("core:")
            .answered(Reply.of(Map.of("core.rcv_requests", "17")))
            .does((arguments, caller) -> structure(arguments, Statistic::value, true)),
        Command.named("stats.fetchn", "Shows statistics as a structure of numbers")
            .takes(ASKED)
            .example("core:")
            .answered(Reply.of(Map.of("core.rcv_requests", 17L)))
            .does((arguments, caller) -> structure(arguments, Statistic::value, false)),
        Command.named("stats.reset_statistics", "Sets statistics back to 0")
            .takes(ASKED)
            .changing()
            .example(EXAMPLE)
            .does((arguments, caller) -> reset(arguments)),
        Command.named("stats.clear_statistics", "Shows statistics and sets them back to 0")
            .takes(ASKED)
            .changing()
            .example(EXAMPLE)
            .answered(Reply.of(EXAMPLE + " = 17"))
            .does(
                (arguments, caller) ->
                    Reply.of(lines(arguments, RESET, Statistic::clear).toArray())));
  }

  private List<Statistic> selected(Arguments arguments, String expected) {
    if (arguments.all("statistic").isEmpty()) {
      throw new FaultException(400, expected);
    }
    List<Statistic> selected = new ArrayList<>();
    arguments
        .all("statistic")
        .forEach(asked -> selected.addAll(statistics.select(asked.toString())));
    return selected;
  }

  private List<String> lines(
      Arguments arguments, String expected, Function<Statistic, Long> value) {
    return selected(arguments, expected).stream()
        .map(s -> s.group() + ':' + s.name() + " = " + value.apply(s))
        .toList();
  }

  private Reply structure(Arguments arguments, Function<Statistic, Long> value, boolean asTexts) {
    Map<String, Object> view = new LinkedHashMap<>();
    for (Statistic statistic : selected(arguments, READ)) {
      long number = value.apply(statistic);
      view.put(
          statistic.group() + '.' + statistic.name(),
          asTexts ? (Object) Long.toString(number) : (Object) number);
    }
    return Reply.of(view);
  }

  private Reply reset(Arguments arguments) {
    selected(arguments, RESET).forEach(Statistic::reset);
    return Reply.nothing();
  }
}
