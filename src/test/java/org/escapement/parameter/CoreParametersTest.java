package org.escapement.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.escapement.config.Catalogue;
import org.escapement.config.ListenSpec;
import org.escapement.config.SocketAddress;
import org.escapement.config.Statement;
import org.escapement.parameter.Origin.Kind;
import org.escapement.text.Problem;
import org.escapement.text.Problems;
import org.junit.jupiter.api.Test;

class CoreParametersTest {

  private final CoreParameters parameters = new CoreParameters(new Catalogue());

  /** What is read, kept so that reading is not optimised away. */
  private volatile int read;

  private List<String> load(String text) {
    return Files.load(parameters, text);
  }

  @Test
  void nothingSet_givesTheDefaults() {
    assertThat(parameters.all()).hasSize(106);
    assertThat(parameters.intValue("max_branches")).isEqualTo(12);
    assertThat(parameters.bool("auto_aliases")).isTrue();
    assertThat(parameters.duration("exit_timeout")).isEqualTo(Duration.ofSeconds(60));
    assertThat(parameters.duration("wait_worker1_time")).isEqualTo(Duration.ofSeconds(4));
    assertThat(parameters.level("latency_log")).isEqualTo(Level.ERROR);
    assertThat(parameters.text("ipv6_hex_style")).contains("c");
    assertThat(parameters.text("server_header")).isEmpty();
    assertThat(parameters.text("kemi.reply_route_callback")).contains("ksr_reply_route");
    assertThat(parameters.text("kemi.received_route_callback")).isEmpty();
    assertThat(parameters.intValue("tos")).isEqualTo(16);
    assertThat(parameters.list("alias", SocketAddress.class)).isEmpty();
    assertThat(parameters.all()).noneMatch(Parameter::isSet);
  }

  @Test
  void file_setsValuesWithTheirPlaces() {
    assertThat(
            load(
                """
                debug=2
                ser_kill_timeout = 5
                fork_delay=0x10
                server_header="Server: test"
                kemi.reply_route_callback="none"
                tos=IPTOS_LOWDELAY
                alias=a.example:5060 b.example
                children=3
                socket_workers=2
                listen=udp:127.0.0.1:5070 name "s"
                flags ONE:1, TWO:2
                async_workers_group="name=a;workers=2;nonblock=1;usleep=300"
                async_workers_group="name=b"
                shaper.rate=50 desc "calls a second"
                """))
        .isEmpty();

    assertThat(parameters.get("debug").value()).isEqualTo(Level.INFO);
    assertThat(parameters.get("debug").origin()).hasToString("a.cfg:1:1");
    assertThat(parameters.duration("exit_timeout")).isEqualTo(Duration.ofSeconds(5));
    assertThat(parameters.duration("fork_delay")).isEqualTo(Duration.ofNanos(16_000));
    assertThat(parameters.text("server_header")).contains("Server: test");
    assertThat(parameters.text("kemi.reply_route_callback")).isEmpty();
    assertThat(parameters.intValue("tos")).isEqualTo(0x10);
    assertThat(parameters.list("alias", SocketAddress.class))
        .extracting(SocketAddress::host)
        .containsExactly("a.example", "b.example");
    assertThat(parameters.list("listen", ListenSpec.class))
        .singleElement()
        .satisfies(listen -> assertThat(listen.name()).isEqualTo("s"));
    assertThat(parameters.list("socket_workers", Integer.class)).containsExactly(2);
    assertThat(parameters.list("flags", Statement.Flag.class)).hasSize(2);
    assertThat(parameters.list("async_workers_group", AsyncGroup.class))
        .extracting(AsyncGroup::toString)
        .containsExactly(
            "name=a;workers=2;nonblock=1;usleep=300", "name=b;workers=1;nonblock=0;usleep=0");
    assertThat(parameters.find("shaper", "rate"))
        .get()
        .satisfies(
            rate -> {
              assertThat(rate.value()).isEqualTo(50);
              assertThat(rate.definition().effect()).isEqualTo("calls a second");
            });
  }

  @Test
  void oneOfTheTlsSwitches_setsTheOther() {
    assertThat(load("enable_tls=yes\n")).isEmpty();

    assertThat(parameters.bool("disable_tls")).isFalse();
  }

  @Test
  void contradictingTlsSwitches_areAProblem() {
    assertThat(load("disable_tls=no\nenable_tls=no\n"))
        .containsExactly(
            "a.cfg:2:1: enable_tls=no contradicts disable_tls=no; keep one of them; the other is at"
                + " a.cfg:1:1");
  }

  @Test
  void groupOfWorkersWithoutName_isAProblemAtItsPlace() {
    assertThat(load("async_workers_group=\"workers=x\"\n"))
        .containsExactly(
            "a.cfg:1:22: the group of workers has no name; add name=…;",
            "a.cfg:1:30: workers is 'x'; write a number from 1 to 1024");
  }

  @Test
  void unknownName_isRefusedWithTheNearest() {
    assertThatThrownBy(() -> parameters.intValue("max_branch"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'max_branch'")
        .hasMessageContaining("did you mean max_branches?");
  }

  @Test
  void wrongType_isRefused() {
    assertThatThrownBy(() -> parameters.bool("max_branches")).hasMessageContaining("no switch");
    assertThatThrownBy(() -> parameters.intValue("workdir")).hasMessageContaining("no number");
    assertThatThrownBy(() -> parameters.duration("max_branches")).hasMessageContaining("duration");
    assertThatThrownBy(() -> parameters.text("max_branches")).hasMessageContaining("no text");
    assertThatThrownBy(() -> parameters.intParameter("alias")).hasMessageContaining("no number");
  }

  @Test
  void laterSources_takePrecedence() throws ParameterFaultException {
    Map<String, String> names = new HashMap<>(Map.of("escapement/debug", "-1"));
    Map<String, String> variables = new HashMap<>(Map.of("escapement.debug", "3"));
    ServerSettings jndi = new ServerSettings(parameters, Kind.JNDI, "escapement/", names::get);
    ServerSettings mp =
        new ServerSettings(parameters, Kind.VARIABLE, "escapement.", variables::get);
    ParameterChanges changes = new ParameterChanges(parameters, "RPC");

    load("debug=1\n");
    assertThat(parameters.intValue("debug")).isEqualTo(1);
    jndi.load(new Problems());
    assertThat(parameters.intValue("debug")).isEqualTo(-1);
    assertThat(parameters.get("debug").origin()).hasToString("JNDI escapement/debug");
    mp.load(new Problems());
    assertThat(parameters.intValue("debug")).isEqualTo(3);
    changes.setNow("core", "debug", "-2");
    assertThat(parameters.intValue("debug")).isEqualTo(-2);

    changes.reset("core", "debug");
    assertThat(parameters.get("debug").origin()).hasToString("variable escapement.debug");
    variables.clear();
    mp.refresh();
    assertThat(parameters.intValue("debug")).isEqualTo(-1);
  }

  @Test
  void variables_takeEveryForm() {
    Map<String, String> variables =
        Map.of(
            "escapement.kemi.pre_routing_callback", "BEFORE",
            "escapement.alias", "a.example b.example:5070",
            "escapement.listen", "udp:127.0.0.1:5090",
            "escapement.server_header", "Server: 5",
            "escapement.log_facility", "LOG_LOCAL3",
            "escapement.exit_timeout", "7");
    Problems problems = new Problems();
    new ServerSettings(parameters, Kind.VARIABLE, "escapement.", variables::get).load(problems);

    assertThat(problems.list()).isEmpty();
    assertThat(parameters.text("kemi.pre_routing_callback")).contains("BEFORE");
    assertThat(parameters.list("alias", SocketAddress.class)).hasSize(2);
    assertThat(parameters.list("listen", ListenSpec.class)).hasSize(1);
    assertThat(parameters.get("alias").origin()).hasToString("variable escapement.alias");
    assertThat(parameters.text("server_header")).contains("Server: 5");
    assertThat(parameters.text("log_facility")).contains("LOG_LOCAL3");
    assertThat(parameters.duration("exit_timeout")).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void wrongVariables_areProblemsThatNameThem() {
    Map<String, String> variables =
        Map.of(
            "escapement.max_branches", "99",
            "escapement.listen", "udp:127.0.0.1:0",
            "escapement.loadmodule", "ptimer");
    Problems problems = new Problems();
    new ServerSettings(parameters, Kind.VARIABLE, "escapement.", variables::get).load(problems);

    assertThat(problems.list())
        .extracting(Problem::toString)
        .anyMatch(p -> p.startsWith("variable escapement.max_branches: the value '99'"))
        .anyMatch(p -> p.startsWith("variable escapement.listen"))
        .anyMatch(p -> p.contains("loadmodule cannot be set here"));
    assertThat(parameters.intValue("max_branches")).isEqualTo(12);
  }

  @Test
  void changedVariables_areTakenAtOnce_andRefusedOnesKeepTheOldValue() {
    Map<String, String> variables = new HashMap<>(Map.of("escapement.shaper.rate", "10"));
    load("shaper.rate=50\n");
    ServerSettings settings =
        new ServerSettings(parameters, Kind.VARIABLE, "escapement.", variables::get);
    settings.load(new Problems());
    List<String> seen = new ArrayList<>();
    parameters.onChange(
        "debug",
        change ->
            seen.add(
                change.before().text()
                    + ">"
                    + change.after().text()
                    + " with corelog "
                    + parameters.intValue("corelog")));

    variables.put("escapement.debug", "3");
    variables.put("escapement.corelog", "2");
    variables.put("escapement.max_branches", "20");
    settings.refresh();
    variables.put("escapement.debug", "loud");
    settings.refresh();

    assertThat(seen).containsExactly("0>3 with corelog 2");
    assertThat(parameters.intValue("debug")).isEqualTo(3);
    assertThat(parameters.intValue("max_branches")).as("not while the server runs").isEqualTo(12);
    assertThat(parameters.find("shaper", "rate").orElseThrow().value()).isEqualTo(10);
  }

  @Test
  void handle_readsWithoutGarbage() throws ParameterFaultException {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    IntParameter branches = parameters.intParameter("max_branches");
    BoolParameter aliases = parameters.boolParameter("auto_aliases");
    new ParameterChanges(parameters, "test").setNow("core", "debug", "2");
    long bytes = 0;
    for (int round = 0; round < 4; round++) { // the last round counts: classes are loaded by then
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 100_000; i++) {
        read = branches.getAsInt() + (aliases.getAsBoolean() ? 1 : 0);
      }
      bytes = threads.getCurrentThreadAllocatedBytes() - before;
    }

    assertThat(bytes).isLessThan(1_000);
    assertThat(read).isEqualTo(13);
  }
}
