package org.escapement.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ThreadInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.management.JMException;
import org.escapement.shaping.ShaperServlet;
import org.escapement.timer.TimerRegistry;
import org.escapement.timer.TimerType;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an application does at its end, and what it leaves behind in the server. */
@ExtendWith(ArquillianExtension.class)
class UndeployIT {

  private static final String NAME = "undeploy";
  private static final String NEVER_BEGUN = "never_begun";

  @ArquillianResource private Deployer deployer;

  private Server server;

  @Deployment(name = NAME, managed = false, testable = false)
  static WebArchive deployment() {
    return Wars.application(
        NAME,
        """
        loadmodule "shaper"
        modparam("shaper", "queue", "name=q;rate=1;next_hop=sip:127.0.0.1:9")
        loadmodule "noting"
        loadmodule "ptimer"
        modparam("ptimer", "default_type", 1)
        modparam("ptimer", "default_interval", "2ms")
        modparam("ptimer", "timer", "name=running;nworkers=3")
        modparam("ptimer", "loop", "timer=running;route=RUN")
        modparam("ptimer", "end", "timer=running;route=END")
        modparam("ptimer", "timer", "name=sharing;nworkers=2;executor=shared")
        modparam("ptimer", "loop", "timer=sharing;route=RUN")
        modparam("ptimer", "end", "timer=sharing;route=END")
        modparam("ptimer", "timer", "name=ended")
        modparam("ptimer", "loop", "timer=ended;route=RUN_ONCE")
        modparam("ptimer", "end", "timer=ended;route=END")
        modparam("ptimer", "timer", "name=never;autostart=no")
        modparam("ptimer", "loop", "timer=never;route=RUN")
        modparam("ptimer", "end", "timer=never;route=END")
        """,
        ShaperServlet.class,
        NotingRoutes.class,
        NotingModule.class,
        SipSessions.class);
  }

  /** Its timers never begin: they wait for a servlet that sip.xml does not name. */
  @Deployment(name = NEVER_BEGUN, managed = false, testable = false)
  static WebArchive neverBegun() {
    return Wars.application(
            NEVER_BEGUN,
            """
            loadmodule "noting"
            loadmodule "shaper"
            modparam("shaper", "queue", "name=q;rate=1;next_hop=sip:127.0.0.1:9")
            """,
            ShaperServlet.class,
            NotingModule.class)
        .addClass(UnlistedServlet.class);
  }

  private static final int LOADED = 5;

  /**
   * Of the last application JDK 17 keeps a class that a record's {@code toString} met last, and of
   * the first the server keeps one that a logger of that name was made by.
   */
  private static final int KEPT_BY_OTHERS = 2;

  /** Of applications before: the server keeps servlets with SIP sessions until those end. */
  private long others;

  @BeforeEach
  void connect() throws IOException {
    server = Server.connect();
  }

  @AfterEach
  void disconnect() throws IOException {
    server.close();
  }

  @Test
  void redeployments_endEachWorkerOnce_andLeaveNothing() throws IOException {
    others = instances();
    deployAndUndeploy(1);
    Map<String, Integer> before = threads();
    deployAndUndeploy(2);
    Await.until(
        () -> "no threads beyond " + before + "; there are " + threads(),
        () ->
            threads().entrySet().stream()
                .allMatch(t -> t.getValue() <= before.getOrDefault(t.getKey(), 0)));
    Await.until(() -> "no timer left in memory", () -> instances() <= others);
  }

  /** Their classes can go: an enum's constants live as long as its class does. */
  @Test
  void redeployments_leaveNoClassesBehind() throws IOException {
    long before = loaders();
    for (int i = 0; i < LOADED; i++) {
      int logged = Server.log().size();
      deployer.deploy(NEVER_BEGUN);
      Await.until(() -> "the wait for the servlet", () -> logged(logged, "ESC001804"));
      deployer.undeploy(NEVER_BEGUN);
    }
    Await.until(
        () -> "class loaders beyond the " + before + " there were; there are " + loaders(),
        () -> loaders() <= before + KEPT_BY_OTHERS);
  }

  private long loaders() {
    try {
      return server.instances(TimerType.class) / TimerType.values().length;
    } catch (IOException | JMException e) {
      throw new IllegalStateException(e);
    }
  }

  private void deployAndUndeploy(int round) throws IOException {
    Map<String, Integer> atStart = notes("run");
    deployer.deploy(NAME);
    List<String> all =
        List.of("running/0", "running/1", "running/2", "sharing/0", "sharing/1", "ended/0");
    Await.until(
        () -> "runs of all workers: " + notes("run"),
        () ->
            all.stream()
                .allMatch(w -> notes("run").getOrDefault(w, 0) > atStart.getOrDefault(w, 0)));

    Await.until(() -> "the timers of this deployment alone", () -> instances() <= others + 1);

    deployer.undeploy(NAME);

    assertThat(property(NotingModule.DESTROYED)).isEqualTo("after modInit, beans alive");
    assertThat(notes("fresh")).isEmpty();
    assertThat(notes("end"))
        .containsOnlyKeys(all)
        .allSatisfy((w, n) -> assertThat(n).isEqualTo(round));
    Map<String, Integer> runs = notes("run");
    assertThat(server.properties().get(SipSessions.OPEN)).isEqualTo("0");
    Await.until(() -> "the end of " + ours(), () -> ours().isEmpty());
    assertThat(notes("run")).isEqualTo(runs);
  }

  @Test
  void stopBeforeTheTimersBegan_destroysTheModuleThatWasInitialised() throws IOException {
    int before = Server.log().size();
    deployer.deploy(NEVER_BEGUN);
    Await.until(() -> "the wait for the servlet", () -> logged(before, "ESC001804"));

    deployer.undeploy(NEVER_BEGUN);

    assertThat(property(NotingModule.DESTROYED)).isEqualTo("after modInit, beans alive");
    assertThat(logged(before, "ESC001805")).isTrue();
  }

  private static boolean logged(int before, String id) {
    try {
      return Server.log().stream().skip(before).anyMatch(line -> line.contains(id));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The value of a property. */
  private String property(String name) {
    return properties().getOrDefault(name, "");
  }

  /** How often each worker ran a route so far. */
  private Map<String, Integer> notes(String route) {
    String prefix = NotingRoutes.NOTE + route + '.';
    Map<String, Integer> notes = new TreeMap<>();
    properties()
        .forEach(
            (key, value) -> {
              if (key.startsWith(prefix)) {
                notes.put(key.substring(prefix.length()), Integer.valueOf(value));
              }
            });
    return notes;
  }

  private Map<String, String> properties() {
    try {
      return server.properties();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long instances() {
    try {
      return server.instances(TimerRegistry.class);
    } catch (IOException | JMException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<ThreadInfo> dump() {
    try {
      return server.threads();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The threads that are in our code. */
  private List<String> ours() {
    return dump().stream()
        .filter(
            thread ->
                Arrays.stream(thread.getStackTrace())
                    .anyMatch(frame -> frame.getClassName().startsWith("org.escapement.")))
        .map(ThreadInfo::getThreadName)
        .toList();
  }

  /**
   * How many threads there are of each name without its numbers; the server's pools breathe, and
   * the JDK watches a process that the server has begun.
   */
  private Map<String, Integer> threads() {
    return dump().stream()
        .map(thread -> thread.getThreadName().replaceAll("[0-9]+", "#"))
        .filter(
            name ->
                !name.matches(
                    "Default Executor-thread-#|Equinox start level.*|process reaper.*|.*(RMI|JMX).*"))
        .collect(Collectors.toMap(name -> name, name -> 1, Integer::sum, TreeMap::new));
  }
}
