package org.escapement.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.escapement.shaping.ShaperServlet;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Commands over HTTP and by Debian's own kamcmd, with and without the right to give them. */
@ExtendWith(ArquillianExtension.class)
class RpcIT {

  private static final String APPLICATION = "rpc";

  /** Debian's, installed or unpacked by ./check. */
  private static final Path KAMCMD =
      Stream.of("/usr/sbin/kamcmd", "target/kamcmd/usr/sbin/kamcmd")
          .map(Path::of)
          .filter(Files::isExecutable)
          .findFirst()
          .orElse(Path.of("kamcmd"));

  @Deployment(testable = false)
  static WebArchive application() {
    Operators.prepare();
    return Wars.application(
        APPLICATION,
        """
        loadmodule "ctl"
        loadmodule "jsonrpcs.so"
        loadmodule "ptimer"
        loadmodule "shaper"
        modparam("ptimer", "timer", "name=queue;type=3;interval=100ms;nworkers=2;ntasks=10;nslices=5")
        modparam("ptimer", "loop", "timer=queue;route=QUEUE_LOOP")
        modparam("shaper", "queue", "name=customer_1;rate=50;next_hop=sip:127.0.0.1:5999")
        """,
        ShaperServlet.class,
        SoundRoutes.class);
  }

  private static String rpc(String credentials, String method, String params)
      throws IOException, InterruptedException {
    HttpResponse<String> response =
        Operators.post(
            APPLICATION,
            credentials,
            "{\"jsonrpc\":\"2.0\",\"method\":\""
                + method
                + "\",\"params\":"
                + params
                + ",\"id\":1}");
    return response.statusCode() == 200 ? response.body() : "HTTP " + response.statusCode();
  }

  private static String kamcmd(String... arguments) throws IOException, InterruptedException {
    assumeThat(KAMCMD).as("kamcmd of Debian's package kamailio").isExecutable();
    List<String> command = new ArrayList<>(List.of(KAMCMD.toString(), "-s"));
    command.add("unixs:" + Operators.rundir().resolve("kamailio_ctl"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    return output;
  }

  @Test
  void everyChangingCommand_isRefusedToAnonymousAndViewer() throws Exception {
    List<String> changing = new ArrayList<>();
    Matcher names =
        Pattern.compile("\"([a-z_]+\\.[A-Za-z_]+)\"")
            .matcher(rpc(Operators.OPERATOR, "system.listMethods", "[]"));
    while (names.find()) {
      assertThat(rpc("", names.group(1), "[]")).isEqualTo("HTTP 401");
      if (rpc(Operators.VIEWER, names.group(1), "[]").contains("\"code\":403")) {
        changing.add(names.group(1));
      }
    }

    assertThat(changing)
        .contains("ptimer.pause", "ptimer.set", "ptimer.add", "shaper.drain", "cfg.set_now_int")
        .contains("cfg.commit", "stats.reset_statistics", "shaper.set", "ptimer.remove")
        .doesNotContain("ptimer.list", "core.uptime", "cfg.get", "stats.get_statistics");
  }

  @Test
  void wrongPassword_wrongTypeAndForeignPage_areRefused() throws Exception {
    String list = "{\"jsonrpc\":\"2.0\",\"method\":\"ptimer.list\",\"id\":1}";

    assertThat(Operators.post(APPLICATION, "operator:wrong", list).statusCode()).isEqualTo(401);
    assertThat(
            Operators.post(APPLICATION, Operators.OPERATOR, list, "Content-Type", "text/plain")
                .statusCode())
        .isEqualTo(415);
    assertThat(
            Operators.post(
                    APPLICATION, Operators.OPERATOR, list, "Origin", "https://elsewhere.example")
                .statusCode())
        .isEqualTo(403);
    HttpResponse<String> answer = Operators.post(APPLICATION, Operators.OPERATOR, list);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void timer_isListedAndCommanded_overHttp() throws Exception {
    assertThat(rpc(Operators.VIEWER, "ptimer.list", "[]"))
        .contains("\"queue\":{\"type\":3,\"interval\":\"100ms\",\"nworkers\":2,\"ntasks\":10")
        .contains("\"loop\":\"QUEUE_LOOP\",\"end\":\"\",\"workers\":[{\"worker\":0,\"pid\":");
    assertThat(rpc(Operators.OPERATOR, "ptimer.pause", "{\"name\":\"queue\",\"worker\":1}"))
        .contains("\"result\":\"Successfully paused timer workers\"");
    assertThat(rpc(Operators.OPERATOR, "ptimer.continue", "[\"queue\"]"))
        .contains("Successfully continued timer workers");
    assertThat(rpc(Operators.OPERATOR, "ptimer.pause", "[\"queue\",2]"))
        .contains("{\"code\":400,\"message\":\"Invalid worker 2 (timer queue has 0..1)\"}");
    assertThat(Server.log())
        .anyMatch(
            line ->
                line.contains("audit: operator from http 127.0.0.1: ptimer.pause queue 2: 400"));
  }

  @Test
  void rateOfAQueue_isRaisedAndTheQueueDrained() throws Exception {
    assertThat(rpc(Operators.OPERATOR, "shaper.set", "[\"customer_1\",\"rate\",80]"))
        .contains("Successfully set rate");
    assertThat(rpc(Operators.OPERATOR, "shaper.drain", "[\"customer_1\"]"))
        .contains("Successfully draining queue");
    assertThat(rpc(Operators.VIEWER, "shaper.list", "[]"))
        .contains("\"state\":\"draining\",\"rate\":80");
    assertThat(rpc(Operators.OPERATOR, "shaper.continue", "[\"customer_1\"]"))
        .contains("Successfully continued queue");
    assertThat(rpc(Operators.OPERATOR, "shaper.set", "[\"customer_1\",\"rate\",0]"))
        .contains("\"code\":400");
    assertThat(rpc(Operators.OPERATOR, "shaper.pause", "[\"nobody\"]"))
        .contains("{\"code\":404,\"message\":\"Could not find queue nobody\"}");
  }

  @Test
  void controlSocket_isForItsOwnerAlone() throws IOException {
    assertThat(Files.getPosixFilePermissions(Operators.rundir().resolve("kamailio_ctl")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  /** What ptimer.list says of a timer that is not the last. */
  private static String listed(String timer) throws Exception {
    String all = kamcmd("ptimer.list");
    int begin = all.indexOf("\t" + timer + ": {");
    return all.substring(begin, all.indexOf("\n\t}", begin));
  }

  @Test
  void kamcmd_listsAndCommandsTimers() throws Exception {
    assertThat(kamcmd("ptimer.list"))
        .contains("queue: {", "type: 3", "interval: 100ms", "workers: {", "croute: loop");
    assertThat(kamcmd("ptimer.pause", "queue")).isEqualTo("Successfully paused timer workers\n");
    assertThat(listed("queue")).contains("paused: 1").doesNotContain("paused: 0");
    assertThat(kamcmd("ptimer.continue", "queue", "0"))
        .isEqualTo("Successfully continued timer workers\n");
    assertThat(kamcmd("ptimer.start", "queue"))
        .isEqualTo("Successfully jumped execution to start route\n");
    assertThat(kamcmd("ptimer.loop", "queue", "1"))
        .isEqualTo("Successfully jumped execution to loop route\n");
    assertThat(kamcmd("ptimer.end", "queue"))
        .isEqualTo("Successfully jumped execution to end route\n");
    assertThat(kamcmd("ptimer.continue", "queue"))
        .isEqualTo("Successfully continued timer workers\n");
    assertThat(kamcmd("ptimer.pause")).isEqualTo("error: 400 - Invalid arguments (see help)\n");
    assertThat(kamcmd("ptimer.pause", "nobody"))
        .isEqualTo("error: 404 - Could not find timer nobody\n");
    assertThat(kamcmd("ptimer.pause", "queue", "x"))
        .isEqualTo("error: 400 - Invalid worker x (timer queue has 0..1)\n");
  }

  @Test
  void kamcmd_reachesTheOtherFamilies() throws Exception {
    assertThat(kamcmd("core.uptime")).contains("now: ", "up_since: ", "uptime: ");
    assertThat(kamcmd("core.echo", "a", "1", "s:2")).isEqualTo("a\n1\n2\n");
    assertThat(kamcmd("cfg.set_now_int", "core", "debug", "3")).isEmpty();
    assertThat(kamcmd("cfg.get", "core", "debug")).isEqualTo("3\n");
    assertThat(kamcmd("cfg.reset", "core", "debug")).isEmpty();
    assertThat(kamcmd("cfg.get", "core", "nosuch")).startsWith("error: 400 - Failed to get");
    assertThat(kamcmd("stats.get_statistics", "all")).contains("core:rcv_requests = ");
    assertThat(kamcmd("system.listMethods").lines())
        .contains("ptimer.list", "shaper.list", "cfg.get", "system.methodHelp");
    assertThat(kamcmd("system.methodHelp", "ptimer.pause"))
        .contains("Usage: ptimer.pause NAME [WORKER]");
    assertThat(kamcmd("core.psx")).contains("DSC: ctl handler");
    assertThat(kamcmd("nosuch")).isEqualTo("error: 500 - command nosuch not found\n");
  }
}
