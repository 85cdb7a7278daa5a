package org.escapement.server;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.servlet.sip.SipServletRequest;
import org.escapement.config.Catalogue;
import org.escapement.config.CoreParameter;
import org.escapement.log.LogSinks;
import org.escapement.log.Receiver;
import org.escapement.log.Records;
import org.escapement.parameter.CoreParameters;
import org.escapement.parameter.Cores;
import org.escapement.parameter.ParameterChanges;
import org.escapement.route.RequestRoutes;
import org.escapement.route.Route;
import org.escapement.route.RouteContext;
import org.escapement.route.RouteDeclaration;
import org.escapement.route.RouteRules;
import org.escapement.route.RouteTable;
import org.escapement.routing.FakeRequest;
import org.escapement.routing.MessageRouting;
import org.escapement.statistic.Statistics;
import org.escapement.system.CollectionLog;
import org.escapement.system.MemoryReport;
import org.escapement.text.Problems;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each of the parameters that can change while the server runs does what its new value says, from
 * the next look on, in what was made before the change.
 */
class LiveParametersTest {

  private static final long LIMIT_NANOS = 30_000_000_000L;

  private static final String CONFIGURATION =
      """
      debug=3
      latency_limit_action=1
      latency_limit_db=1
      latency_cfg_log=-1
      log_facility=LOG_LOCAL0
      memlog=0
      memdbg=0
      mem_summary=5
      """;

  /** Another value for a parameter, and what can be seen with the old one and with the new one. */
  private record Probe(String value, Callable<String> look, String before, String after) {}

  private final CoreParameters core = Cores.of(CONFIGURATION);
  private final ParameterChanges changes = new ParameterChanges(core, "test");
  private final RouteRules rules = MessageRouting.rules(core);
  private final RouteTable table = new RouteTable(rules);
  private final MessageRouting routing = new MessageRouting(new Statistics(), rules);
  private final VariableLimits limits = new VariableLimits(core);
  private final MemoryReport memory = Effects.memoryReport(core);
  private final Map<String, Probe> probes = probes();
  private Records records;
  private Receiver syslog;
  private LogEffects log;
  private CollectionLog collections;

  static List<String> names() {
    return new Catalogue()
        .all().stream().filter(CoreParameter::runtime).map(CoreParameter::name).toList();
  }

  /** A route that turns round until somebody stops it. */
  static class Routes {
    final AtomicInteger turns = new AtomicInteger();

    @Route("ROUND")
    void round(RouteContext route) throws Throwable {
      turns.set(0);
      route.loop(
          () -> {
            turns.incrementAndGet();
            return true;
          });
    }

    @Route("request_route")
    void request() {}
  }

  private final Routes routes = new Routes();

  @BeforeEach
  void begin() throws Exception {
    records = new Records("org.escapement");
    syslog = new Receiver();
    LogSinks sinks = new LogSinks(task -> new Thread(task, "sink").start(), "kam");
    log = new LogEffects(core, rules, sinks, syslog.target());
    log.open();
    collections = new CollectionLog(core.intParameter("memdbg"));
    Problems problems = new Problems();
    table.declare(RouteDeclaration.of(Routes.class, problems), problems);
    table.bind(Routes.class, routes);
    routing.configure(core, table, problems);
    problems.throwIfAny();
  }

  @AfterEach
  void end() {
    collections.close();
    log.close();
    syslog.close();
    records.close();
  }

  private Map<String, Probe> probes() {
    Map<String, Probe> all = new LinkedHashMap<>();
    all.put("debug", new Probe("1", this::threshold, "FINE", "NOTICE"));
    all.put("corelog", new Probe("2", () -> refusal("ESC002111"), "ERROR", "INFO"));
    all.put("sip_parser_log", new Probe("-1", () -> refusal("ESC002110"), "WARNING", "ERROR"));
    all.put("latency_cfg_log", new Probe("1", this::duration, "ERROR", "NOTICE"));
    all.put("latency_limit_action", new Probe("5000", this::slowRoute, "ERROR", ""));
    all.put("latency_limit_db", new Probe("5000", this::slowQuery, "ERROR", ""));
    all.put("latency_log", new Probe("2", this::slowRoute, "ERROR", "INFO"));
    all.put("log_facility", new Probe("LOG_LOCAL1", this::syslogPriority, "<132>", "<140>"));
    all.put("max_while_loops", new Probe("7", this::turns, "100", "7"));
    all.put("memdbg", new Probe("-1", this::collection, "WARNING", "ERROR"));
    all.put("memlog", new Probe("1", this::memoryLevel, "WARNING", "NOTICE"));
    all.put("mem_status_mode", new Probe("1", this::pools, "no pools", "pools"));
    all.put("mem_summary", new Probe("0", () -> text(memory.lines().isEmpty()), "some", "none"));
    all.put("pv_cache_limit", new Probe("9", this::cache, "2048 false", "9 false"));
    all.put("pv_cache_action", new Probe("1", this::cache, "2048 false", "2048 true"));
    for (String atNextStart : List.of("udp_mtu", "udp_mtu_try_proto")) {
      String value = atNextStart.equals("udp_mtu") ? "1300" : "TCP";
      all.put(atNextStart, new Probe(value, () -> count("ESC001905"), "0", "1"));
    }
    for (String none : List.of("force_rport", "mem_join", "mem_safety")) {
      String value = none.equals("force_rport") ? "yes" : "0";
      all.put(none, new Probe(value, () -> count("ESC001904"), "0", "1"));
    }
    return all;
  }

  @Test
  void allTwenty_areLookedAt() {
    assertThat(names()).hasSize(20);
    assertThat(probes.keySet()).containsExactlyInAnyOrderElementsOf(names());
  }

  @ParameterizedTest
  @MethodSource("names")
  void change_takesEffectAtOnce_orSaysWhyNot(String name) throws Exception {
    Probe probe = probes.get(name);
    assertThat(probe.look().call()).as("%s before the change", name).isEqualTo(probe.before());

    changes.setNow("core", name, probe.value());

    assertThat(probe.look().call()).as("%s after the change", name).isEqualTo(probe.after());
    changes.reset("core", name);
    assertThat(core.get(name).isSet()).isEqualTo(CONFIGURATION.contains(name + "="));
  }

  /** The level of the lines with an id that an action writes. */
  private String level(String id, Runnable action) {
    int before = records.lines().size();
    action.run();
    return records.lines().stream()
        .skip(before)
        .filter(line -> line.contains(id))
        .map(line -> line.substring(0, line.indexOf(' ')))
        .distinct()
        .collect(joining());
  }

  private String count(String id) {
    return Long.toString(records.lines().stream().filter(line -> line.contains(id)).count());
  }

  private static String text(boolean empty) {
    return empty ? "none" : "some";
  }

  private String threshold() {
    return String.valueOf(Logger.getLogger("org.escapement").getLevel());
  }

  private String refusal(String id) {
    FakeRequest request = new FakeRequest("INVITE");
    request.put("To", List.of("one", "two"));
    return level(id, () -> receive(request.request()));
  }

  private String duration() {
    return level("ESC002002", () -> receive(new FakeRequest("INVITE").request()));
  }

  private void receive(SipServletRequest request) {
    try {
      routing.request(request, r -> {});
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private String slowRoute() {
    return level("ESC002000", () -> rules.latency().call("R", "here", 2_000_000));
  }

  private String slowQuery() {
    return level("ESC002001", () -> rules.latency().query("SELECT", 2_000_000));
  }

  private String syslogPriority() throws Exception {
    Logger.getLogger("org.escapement.test").warning("a line");
    String line = syslog.next();
    while (!line.contains("a line")) { // the change is told, too
      line = syslog.next();
    }
    return line.substring(0, line.indexOf('>') + 1);
  }

  private String turns() throws Exception {
    try {
      new RequestRoutes(table).run("ROUND", new FakeRequest("INVITE").request());
    } catch (Throwable e) { // the limit's
      return Integer.toString(routes.turns.get());
    }
    return "no limit";
  }

  private String collection() {
    long begin = System.nanoTime();
    String level = "";
    while (level.isEmpty() && System.nanoTime() - begin < LIMIT_NANOS) {
      level = level("ESC002041", System::gc); // it is told of by a thread of the JVM's
    }
    return level;
  }

  private String memoryLevel() {
    return level("ESC002040", memory::write);
  }

  private String pools() {
    return memory.lines().stream().anyMatch(line -> line.startsWith("pool "))
        ? "pools"
        : "no pools";
  }

  private String cache() {
    return limits.caching().limit() + " " + limits.caching().dropLeastUsed();
  }
}
