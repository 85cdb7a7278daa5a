package org.escapement.rpc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.ServiceLoader;
import org.escapement.command.CommandTable;
import org.escapement.command.SystemCommands;
import org.escapement.config.Catalogue;
import org.escapement.metrics.EventCommands;
import org.escapement.metrics.EventRing;
import org.escapement.module.Module;
import org.escapement.module.ProcessTable;
import org.escapement.module.PtimerCommands;
import org.escapement.parameter.CoreParameters;
import org.escapement.shaping.CallQueues;
import org.escapement.shaping.ShaperCommands;
import org.escapement.statistic.Statistics;
import org.escapement.variable.builtin.VariableCommands;
import org.junit.jupiter.api.Test;

/** The committed page says what the commands say of themselves. */
class CommandPageTest {

  private static final Path PAGE = Path.of("docs/rpc.md");

  private static CommandTable all() {
    CommandTable table = new CommandTable();
    CoreParameters parameters = new CoreParameters(new Catalogue());
    table.add(new SystemCommands(table).commands());
    table.add(new CoreCommands("0.1.0", Clock.systemUTC(), List.of()).commands());
    table.add(new ServerCommands(new ProcessTable(), parameters, List::of).commands());
    table.add(new StatsCommands(new Statistics()).commands());
    table.add(new CfgCommands(parameters).commands());
    table.add(new PtimerCommands(null, null).commands());
    table.add(new ShaperCommands(new CallQueues()).commands());
    table.add(new VariableCommands(null, null).commands());
    table.add(EventCommands.of(new EventRing(() -> 0)));
    ServiceLoader.load(Module.class).forEach(module -> table.add(module.commands()));
    return table;
  }

  /** {@code -Descapement.write=true} writes it anew. */
  @Test
  void page_isTheGeneratedOne() throws IOException {
    String generated = CommandPage.of(all().list());
    if (Boolean.getBoolean("escapement.write")) {
      Files.writeString(PAGE, generated, UTF_8);
    }
    assertThat(PAGE).content(UTF_8).isEqualTo(generated);
  }
}
