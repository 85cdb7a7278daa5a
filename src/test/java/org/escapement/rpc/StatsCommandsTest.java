package org.escapement.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.escapement.command.Caller;
import org.escapement.command.CommandTable;
import org.escapement.statistic.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatsCommandsTest {

  private static final Caller OPERATOR = new Caller("test", "test", true);

  private final Statistics statistics = new Statistics();
  private final CommandTable commands = new CommandTable();

  @BeforeEach
  void count() {
    commands.add(new StatsCommands(statistics).commands());
    statistics.counter("core", "rcv_requests", "Requests").add(7);
    statistics.counter("core", "drop_requests", "Drops").add(1);
    statistics.counter("greeter", "calls", "Calls").add(3);
  }

  private List<?> call(String command, Object... arguments) {
    return commands
        .call(commands.find(command).orElseThrow(), OPERATOR, List.of(arguments))
        .values();
  }

  private long value(String name) {
    return statistics.find(name).orElseThrow().value();
  }

  @Test
  void countersOfCoreAndModules_areRead() {
    assertThat(call("stats.get_statistics", "core:", "calls"))
        .isEqualTo(List.of("core:drop_requests = 1", "core:rcv_requests = 7", "greeter:calls = 3"));
    assertThat(call("stats.fetch", "calls")).isEqualTo(List.of(Map.of("greeter.calls", "3")));
    assertThat(call("stats.fetchn", "calls")).isEqualTo(List.of(Map.of("greeter.calls", 3L)));
    assertThat(value("calls")).isEqualTo(3);
  }

  @Test
  void clear_showsWhatItSetsBack() {
    assertThat(call("stats.clear_statistics", "core:"))
        .isEqualTo(List.of("core:drop_requests = 1", "core:rcv_requests = 7"));

    assertThat(value("rcv_requests")).isZero();
    assertThat(value("drop_requests")).isZero();
    assertThat(value("calls")).isEqualTo(3);
  }

  @Test
  void reset_setsBackAndShowsNothing() {
    assertThat(call("stats.reset_statistics", "calls")).isEmpty();

    assertThat(value("calls")).isZero();
    assertThat(value("rcv_requests")).isEqualTo(7);
  }
}
