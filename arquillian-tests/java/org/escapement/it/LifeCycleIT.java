package org.escapement.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.escapement.shaping.ShaperServlet;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The life of three modules in a server, whose table the guide shows. */
@ExtendWith(ArquillianExtension.class)
class LifeCycleIT {

  private static final String MODULES =
      """
      loadmodule "first"
      loadmodule "second"
      loadmodule "third"
      """;
  private static final String TIMER =
      """
      modparam("ptimer", "timer", "name=tick;interval=10ms")
      modparam("ptimer", "loop", "timer=tick;route=RUN_ONCE")
      """;

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| ([0-9]+) \\| ([^|]+) \\| `([^`]+)` \\| `([^`]+)` \\|$");

  @ArquillianResource private Deployer deployer;

  /** A call, and the thread that it came on: main, or a letter for each worker. */
  private record Call(String module, String call, String thread) {
    @Override
    public String toString() {
      return module + '.' + call;
    }
  }

  @Deployment(name = "life_fork", managed = false, testable = false)
  static WebArchive fork() {
    return war("life_fork", "loadmodule \"ptimer\"\n" + MODULES + TIMER);
  }

  @Deployment(name = "life_no_fork", managed = false, testable = false)
  static WebArchive noFork() {
    return war("life_no_fork", "fork=no\nloadmodule \"ptimer\"\n" + MODULES + TIMER);
  }

  @Deployment(name = "life_failing", managed = false, testable = false)
  static WebArchive failing() {
    return war("life_failing", MODULES + "loadmodule \"failing\"\n");
  }

  private static WebArchive war(String name, String configuration) {
    return Wars.application(
            name,
            configuration,
            ShaperServlet.class,
            NotingRoutes.class,
            LifeModules.class,
            LifeModules.First.class,
            LifeModules.Second.class,
            LifeModules.Third.class,
            LifeModules.Failing.class)
        .addClasses(Await.class)
        .addClass("org.escapement.it.LifeModules$Noting");
  }

  @Test
  void fork_callsTheModulesInKamailiosOrder() throws IOException {
    List<Call> calls = live("life_fork");

    assertThat(of(calls, "main"))
        .containsExactly(
            "first.modInit",
            "second.modInit",
            "third.modInit",
            "first.childInit(PROC_INIT)",
            "second.childInit(PROC_INIT)",
            "second.processCount=4",
            "third.childInit(PROC_INIT)",
            "first.childInit(PROC_MAIN)",
            "second.childInit(PROC_MAIN)",
            "third.childInit(PROC_MAIN)",
            "first.childInit(PROC_POSTCHILDINIT)",
            "second.childInit(PROC_POSTCHILDINIT)",
            "third.childInit(PROC_POSTCHILDINIT)",
            "third.destroy",
            "second.destroy",
            "first.destroy");
    for (String rank : List.of("1", "2", "PROC_TIMER")) {
      String worker = workerOf(calls, "childInit(" + rank + ')');
      assertThat(of(calls, worker))
          .startsWith(
              "first.childInit(" + rank + ')',
              "second.childInit(" + rank + ')',
              "third.childInit(" + rank + ')');
      int post = index(calls, "first.childInit(PROC_POSTCHILDINIT)");
      assertThat(index(calls, "third.childInit(" + rank + ')')).isLessThan(post);
    }
    assertThat(index(calls, "second.interrupted")).isLessThan(index(calls, "third.destroy"));
    assertThatTheGuideShows(0, calls);
  }

  @Test
  void noFork_callsChildInitThreeTimesInOneThread() throws IOException {
    List<Call> calls = live("life_no_fork");

    assertThat(of(calls, "main"))
        .containsExactly(
            "first.modInit",
            "second.modInit",
            "third.modInit",
            "first.childInit(PROC_INIT)",
            "second.childInit(PROC_INIT)",
            "second.processCount=3",
            "third.childInit(PROC_INIT)",
            "first.childInit(PROC_MAIN)",
            "second.childInit(PROC_MAIN)",
            "third.childInit(PROC_MAIN)",
            "first.childInit(1)",
            "second.childInit(1)",
            "third.childInit(1)",
            "third.destroy",
            "second.destroy",
            "first.destroy");
    assertThat(calls)
        .filteredOn(call -> call.call().startsWith("childInit"))
        .allMatch(call -> call.thread().equals("main"));
    assertThatTheGuideShows(1, calls);
  }

  @Test
  void failureInAWorker_endsTheDeployment_andNamesModulePhaseRankAndCause() throws IOException {
    int before = Server.log().size();

    Throwable failure = catchThrowable(() -> deployer.deploy("life_failing"));
    deployer.undeploy("life_failing");

    assertThat(failure).isInstanceOf(DeploymentException.class);
    assertThat(String.join("\n", Server.log().subList(before, Server.log().size())))
        .contains("module failing failed in childInit, rank 2: it returned -7");
    assertThat(of(calls(), "main"))
        .endsWith("failing.destroy", "third.destroy", "second.destroy", "first.destroy");
  }

  private List<Call> live(String name) throws IOException {
    deployer.deploy(name);
    Await.until(() -> "two tasks", () -> tasks() == 2);
    deployer.undeploy(name);
    return calls();
  }

  private static long tasks() {
    try {
      return calls().stream().filter(call -> call.call().equals("task")).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Call> calls() throws IOException {
    String notes;
    try (Server server = Server.connect()) {
      notes = server.properties().getOrDefault(LifeModules.NOTES, "");
    }
    Map<String, String> threads = new LinkedHashMap<>();
    List<Call> calls = new ArrayList<>();
    for (String line : notes.lines().toList()) {
      String[] parts = line.split(" ", -1);
      String label =
          threads.isEmpty()
              ? "main"
              : parts[1].equals("destroy")
                  ? "main" // the server's thread that undeploys stands for the main thread
                  : "worker " + (char) ('A' + threads.size() - 1);
      String thread =
          parts[1].equals("destroy") ? "main" : threads.computeIfAbsent(parts[2], id -> label);
      calls.add(new Call(parts[0], parts[1], thread));
    }
    return calls;
  }

  private static List<String> of(List<Call> calls, String thread) {
    return calls.stream().filter(c -> c.thread().equals(thread)).map(Call::toString).toList();
  }

  private static String workerOf(List<Call> calls, String call) {
    return calls.stream().filter(c -> c.call().equals(call)).findFirst().orElseThrow().thread();
  }

  private static int index(List<Call> calls, String call) {
    List<String> names = calls.stream().map(Call::toString).toList();
    assertThat(names).contains(call);
    return names.indexOf(call);
  }

  /**
   * One of the guide's tables is what happened, thread by thread. The order between threads differs
   * from run to run. The table of this run is written to {@code target/}, to replace it.
   */
  private static void assertThatTheGuideShows(int table, List<Call> calls) throws IOException {
    Path present = Path.of("target", "lifecycle-" + table + ".md");
    Files.writeString(present, table(calls));
    assertThat(byThread(shown().get(table)))
        .as("docs/modules.md beside %s", present)
        .containsExactlyInAnyOrderElementsOf(byThread(calls));
  }

  /** The calls of each thread, in their order. */
  private static List<List<String>> byThread(List<Call> calls) {
    return calls.stream().map(Call::thread).distinct().map(thread -> of(calls, thread)).toList();
  }

  /** The tables of calls in the guide: each begins with a row of number 1. */
  private static List<List<Call>> shown() throws IOException {
    List<List<Call>> tables = new ArrayList<>();
    Matcher row = ROW.matcher(Files.readString(Path.of("docs/modules.md")));
    while (row.find()) {
      if (row.group(1).equals("1")) {
        tables.add(new ArrayList<>());
      }
      tables.get(tables.size() - 1).add(new Call(row.group(3), row.group(4), row.group(2)));
    }
    return tables;
  }

  private static String table(List<Call> calls) {
    StringBuilder table =
        new StringBuilder("| | thread | module | call |\n| --- | --- | --- | --- |\n");
    for (int i = 0; i < calls.size(); i++) {
      Call call = calls.get(i);
      table.append(
          "| %d | %s | `%s` | `%s` |\n"
              .formatted(i + 1, call.thread(), call.module(), call.call()));
    }
    return table.toString();
  }
}
