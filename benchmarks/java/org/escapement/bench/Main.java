package org.escapement.bench;

import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.escapement.bench.drift.DriftCommand;
import org.escapement.bench.drift.IdleCommand;
import org.escapement.bench.lateness.LatenessCommand;
import org.escapement.bench.scale.ScaleCommand;
import org.escapement.bench.shaping.ShapingCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What {@code ./bench} runs. */
@Command(
    name = "./bench",
    mixinStandardHelpOptions = true,
    version = "Escapement 0.1.0",
    sortOptions = false,
    synopsisSubcommandLabel = "NAME",
    description = {
      "Measures Escapement beside its peers in one run: in turn, several rounds, then medians and spread.",
      "",
      "Each benchmark prints a table and writes target/bench/NAME.json and target/bench/NAME.svg."
    },
    subcommands = {
      LatenessCommand.class,
      TickCommand.class,
      ScaleCommand.class,
      DriftCommand.class,
      IdleCommand.class,
      ShapingCommand.class
    })
public final class Main {

  private static final Logger LOG = Logger.getLogger("org.escapement");

  private Main() {}

  /** The project's folder, from the system property {@code escapement.home}. */
  public static Path home() {
    return Path.of(System.getProperty("escapement.home", "")).toAbsolutePath();
  }

  /** Runs the command line and exits with its status. */
  public static void main(String[] args) {
    LOG.setLevel(Level.WARNING);
    System.exit(new CommandLine(new Main()).execute(args));
  }
}
