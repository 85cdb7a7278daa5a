package org.escapement.server;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import javax.enterprise.context.Dependent;
import javax.inject.Inject;
import org.escapement.command.Audit;
import org.escapement.command.CommandTable;
import org.escapement.command.SystemCommands;
import org.escapement.module.Module;
import org.escapement.module.ProcessTable;
import org.escapement.parameter.CoreParameters;
import org.escapement.rpc.CoreCommands;
import org.escapement.rpc.ServerCommands;
import org.escapement.rpc.ServerCommands.Listen;
import org.escapement.rpc.StatsCommands;
import org.escapement.statistic.Statistics;
import org.escapement.variable.builtin.Version;

/** The commands that the server itself brings; the modules bring their own. */
@Dependent
public class BuiltInCommands {

  @Inject private Statistics statistics;
  @Inject private VariablesSource texts;

  /**
   * Adds them, and has all commands audited.
   *
   * @param used the modules in the order of loading
   * @param listens the addresses of the SIP container, as far as they are known
   */
  void addTo(
      CommandTable commands,
      List<Module> used,
      ProcessTable processes,
      CoreParameters core,
      Supplier<List<Listen>> listens) {
    commands.listen(new Audit());
    commands.add(new SystemCommands(commands).commands());
    commands.add(
        new CoreCommands(
                Version.ofClasses().number(),
                Clock.system(ZoneId.systemDefault()),
                used.stream().map(Module::name).toList())
            .commands());
    commands.add(new ServerCommands(processes, core, listens).commands());
    commands.add(new StatsCommands(statistics).commands());
    commands.add(texts.commands());
  }
}
