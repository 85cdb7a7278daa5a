package org.escapement.launch;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.escapement.config.SocketAddress;
import org.escapement.system.Interfaces;
import org.escapement.variable.builtin.Version;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What {@code ./run} runs. */
@Command(
    name = "./run",
    mixinStandardHelpOptions = true,
    versionProvider = Main.BuildVersion.class,
    sortOptions = false,
    description = "Runs Escapement in the foreground. Ctrl-C ends it in order.",
    footer = {
      "",
      "The server listens on udp and tcp 127.0.0.1:5060 unless -l or the configuration says"
          + " otherwise.",
      "Exit status: 0 ended in order or configuration sound; 1 could not start or configuration"
          + " unsound; 2 wrong usage."
    })
public final class Main implements Callable<Integer> {

  /** The version that the build gave the classes. */
  static final class BuildVersion implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"Escapement " + Version.ofClasses().number()};
    }
  }

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "-f",
      paramLabel = "FILE",
      description = "configuration file (default: the one that comes with Escapement)")
  private @Nullable Path file;

  @Option(
      names = "-l",
      paramLabel = "PROTO:ADDR:PORT",
      description =
          "listen here, in addition to the configuration's addresses: udp, tcp or tls, an address"
              + " or the name of an interface; repeatable")
  private List<String> listens = List.of();

  @Option(names = "-c", description = "check the configuration and exit with 0 or 1")
  private boolean check;

  @Option(names = "--parameters", description = "print the catalogue of core parameters and exit")
  private boolean parameters;

  @Option(names = "--json", description = "with -c or --parameters: print JSON")
  private boolean json;

  @Option(
      names = "-A",
      paramLabel = "NAME[=VALUE]",
      description = "define a name for the configuration's preprocessor; repeatable")
  private List<String> defines = List.of();

  @Option(
      names = "--http",
      paramLabel = "ADDR:PORT",
      description = "address of the web server for this machine (default: ${DEFAULT-VALUE})")
  private String http = "127.0.0.1:9080";

  @Option(
      names = "--https",
      paramLabel = "ADDR:PORT",
      description =
          "address of the web server with TLS (default: that of --http, 363 ports above: 127.0.0.1:9443)")
  private String https = "";

  @Option(
      names = "--rundir",
      paramLabel = "DIR",
      description = "folder of the server's runtime files and logs (default: target/run)")
  private @Nullable Path rundir;

  @Option(
      names = "--generate",
      paramLabel = "DIR",
      description = "write what a server in production must be told to this folder, and exit")
  private @Nullable Path generate;

  private static final String DEFAULT_CONFIGURATION = "src/main/resources/META-INF/escapement.cfg";
  private static final String DEFAULT_RUNDIR = "target/run";
  private static final int FAILED = 1;

  private final Path home;

  private Main(Path home) {
    this.home = home;
  }

  /**
   * Runs the command line and exits with its status. The system property {@code escapement.home}
   * says where the project is.
   */
  public static void main(String[] args) {
    Path home = Path.of(System.getProperty("escapement.home", "")).toAbsolutePath();
    CommandLine line = new CommandLine(new Main(home));
    line.setExecutionExceptionHandler(Main::explain);
    System.exit(line.execute(args));
  }

  private static int explain(Exception e, CommandLine line, CommandLine.ParseResult parsed)
      throws Exception {
    if (e instanceof LaunchException) {
      line.getErr().println("./run: " + e.getMessage());
      return FAILED;
    }
    throw e;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (json && !check && !parameters) {
      throw new CommandLine.ParameterException(line(), "--json needs -c or --parameters");
    }
    if (parameters) {
      CatalogueReport catalogue = new CatalogueReport();
      line().getOut().println(json ? catalogue.toJson() : catalogue.toText());
      return 0;
    }
    Path configurationFile = file == null ? home.resolve(DEFAULT_CONFIGURATION) : file;
    Checked checked = new ConfigurationCheck(defines()).check(configurationFile);
    tell(checked);
    if (check || !checked.sound()) {
      return checked.sound() ? 0 : FAILED;
    }
    return run(configurationFile, checked);
  }

  private int run(Path file, Checked checked) throws InterruptedException {
    ServerPlan plan =
        ServerPlan.of(checked.parameters(), commandLineListens(), Interfaces.ofMachine());
    plan.notices().forEach(line().getErr()::println);
    if (generate != null) {
      generate(generate, file, plan);
      return 0;
    }
    return new Launch(home, rundir == null ? home.resolve(DEFAULT_RUNDIR) : rundir)
        .run(file, checked.configuration(), defines(), plan, webAddresses());
  }

  private void generate(Path folder, Path file, ServerPlan plan) {
    try {
      Files.createDirectories(folder);
      Credentials credentials = new Credentials(folder.toAbsolutePath().normalize());
      List<Path> passwords = credentials.prepare();
      new ServerFiles(home, folder)
          .write(
              file,
              defines(),
              plan,
              webAddresses(),
              Map.of(ServerFiles.USERS, credentials.users().toString()));
      passwords.forEach(made -> line().getOut().println("A new password is in " + made));
      line().getOut().println("The server's configuration is in " + folder.toAbsolutePath());
    } catch (IOException e) {
      throw new LaunchException("cannot write to " + folder + ": " + ServerFiles.reason(e));
    }
  }

  private void tell(Checked checked) {
    PrintWriter out = line().getOut();
    if (check && json) {
      out.println(checked.toJson());
      return;
    }
    PrintWriter err = line().getErr();
    checked.problems().forEach(err::println);
    if (checked.sound()) {
      checked.notices().forEach(err::println);
      if (check) {
        out.println(checked.file() + ": the configuration is sound");
      }
    }
  }

  private List<Endpoint> commandLineListens() {
    return listens.stream()
        .map(
            text ->
                argument(
                    "-l", () -> Endpoint.parse(text, Endpoint.ANY, SocketAddress.DEFAULT_PORT)))
        .toList();
  }

  private WebAddresses webAddresses() {
    return argument("--http and --https", () -> WebAddresses.parse(http, https));
  }

  private Map<String, String> defines() {
    Map<String, String> byName = new LinkedHashMap<>();
    for (String define : defines) {
      int equals = define.indexOf('=');
      byName.put(
          equals < 0 ? define : define.substring(0, equals),
          equals < 0 ? "" : define.substring(equals + 1));
    }
    return byName;
  }

  private <T> T argument(String option, Supplier<T> value) {
    try {
      return value.get();
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(line(), option + ": " + e.getMessage());
    }
  }

  private CommandLine line() {
    return Objects.requireNonNull(spec).commandLine();
  }
}
