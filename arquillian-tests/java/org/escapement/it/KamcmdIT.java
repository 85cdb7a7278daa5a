package org.escapement.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.escapement.shaping.ShaperServlet;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Commands by Debian's own kamcmd, over everything that it speaks. */
@ExtendWith(ArquillianExtension.class)
class KamcmdIT {

  private static final int PORT = Ports.free();
  private static final String TIMER =
      """
      loadmodule "ptimer"
      modparam("ptimer", "timer", "name=queue;type=3;interval=100ms;nworkers=2;ntasks=10;nslices=5")
      modparam("ptimer", "loop", "timer=queue;route=QUEUE_LOOP")
      """;

  private static final Kamcmd STREAM = Kamcmd.at("unixs", "kamailio_ctl");
  private static final Kamcmd DATAGRAM = Kamcmd.at("unixd", "kamailio_ctld");
  private static final Kamcmd TCP = new Kamcmd("tcp:localhost:" + PORT);
  private static final Kamcmd UDP = new Kamcmd("udp:localhost:" + PORT);

  @ArquillianResource private Deployer deployer;

  @Deployment(name = "kamcmd", order = 1, testable = false)
  static WebArchive application() {
    Operators.prepare();
    return Wars.application(
        "kamcmd",
        """
        alias="one.example"
        alias="two.example"
        loadmodule "ctl"
        modparam("ctl", "binrpc", "unix:kamailio_ctl")
        modparam("ctl", "binrpc", "unixd:")
        modparam("ctl", "binrpc", "tcp:localhost:%d")
        modparam("ctl", "binrpc", "udp:localhost:%d")
        """
                .formatted(PORT, PORT)
            + TIMER,
        ShaperServlet.class,
        SoundRoutes.class);
  }

  @Deployment(name = "second", managed = false, testable = false)
  static WebArchive second() {
    return Wars.application("second", TIMER, ShaperServlet.class, SoundRoutes.class);
  }

  @Deployment(name = "third", managed = false, testable = false)
  static WebArchive third() {
    return Wars.application(
        "third",
        "loadmodule \"ctl\"\nmodparam(\"ctl\", \"binrpc\", \"unix:third_ctl\")\n" + TIMER,
        ShaperServlet.class,
        SoundRoutes.class);
  }

  static List<Kamcmd> operators() {
    return List.of(STREAM, DATAGRAM);
  }

  static List<Kamcmd> viewers() {
    return List.of(TCP, UDP);
  }

  @Test
  void sockets_areForTheirOwnerAlone() throws IOException {
    for (String name : List.of("kamailio_ctl", "kamailio_ctld")) {
      assertThat(Files.getPosixFilePermissions(Operators.rundir().resolve(name)))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
  }

  /** What ptimer.list says of a timer that is not the last. */
  private static String listed(Kamcmd kamcmd, String timer) throws Exception {
    String all = kamcmd.run("ptimer.list");
    int begin = all.indexOf("\t" + timer + ": {");
    return all.substring(begin, all.indexOf("\n\t}", begin));
  }

  @ParameterizedTest
  @MethodSource("operators")
  void operator_listsAndCommandsTimers(Kamcmd kamcmd) throws Exception {
    assertThat(kamcmd.run("ptimer.list"))
        .contains("queue: {", "type: 3", "interval: 100ms", "workers: {", "croute: loop");
    assertThat(kamcmd.run("ptimer.pause", "queue"))
        .isEqualTo("Successfully paused timer workers\n");
    assertThat(listed(kamcmd, "queue")).contains("paused: 1").doesNotContain("paused: 0");
    assertThat(kamcmd.run("ptimer.continue", "queue", "0"))
        .isEqualTo("Successfully continued timer workers\n");
    assertThat(kamcmd.run("ptimer.start", "queue"))
        .isEqualTo("Successfully jumped execution to start route\n");
    assertThat(kamcmd.run("ptimer.loop", "queue", "1"))
        .isEqualTo("Successfully jumped execution to loop route\n");
    assertThat(kamcmd.run("ptimer.end", "queue"))
        .isEqualTo("Successfully jumped execution to end route\n");
    assertThat(kamcmd.run("ptimer.continue", "queue"))
        .isEqualTo("Successfully continued timer workers\n");
    assertThat(kamcmd.run("ptimer.pause")).isEqualTo("error: 400 - Invalid arguments (see help)\n");
    assertThat(kamcmd.run("ptimer.pause", "nobody"))
        .isEqualTo("error: 404 - Could not find timer nobody\n");
    assertThat(kamcmd.run("ptimer.pause", "queue", "x"))
        .isEqualTo("error: 400 - Invalid worker x (timer queue has 0..1)\n");
  }

  @ParameterizedTest
  @MethodSource("viewers")
  void callerOfAPort_looksButChangesNothing(Kamcmd kamcmd) throws Exception {
    assertThat(kamcmd.run("core.uptime")).contains("now: ", "up_since: ", "uptime: ");
    assertThat(kamcmd.run("stats.get_statistics", "all")).contains("core:rcv_requests = ");
    assertThat(kamcmd.run("system.listMethods").lines()).contains("ptimer.list", "cfg.get");
    String before = kamcmd.run("cfg.get", "core", "debug");
    assertThat(kamcmd.run("cfg.set_now_int", "core", "debug", "3"))
        .isEqualTo("error: 403 - cfg.set_now_int needs the role operator\n");
    assertThat(kamcmd.run("cfg.get", "core", "debug")).isEqualTo(before);
  }

  @Test
  void otherFamilies_areReached() throws Exception {
    assertThat(STREAM.run("core.echo", "a", "1", "s:2")).isEqualTo("a\n1\n2\n");
    assertThat(STREAM.run("cfg.set_now_int", "core", "debug", "3")).isEmpty();
    assertThat(STREAM.run("cfg.get", "core", "debug")).isEqualTo("3\n");
    assertThat(STREAM.run("cfg.reset", "core", "debug")).isEmpty();
    assertThat(STREAM.run("cfg.get", "core", "nosuch")).startsWith("error: 400 - Failed to get");
    assertThat(STREAM.run("stats.get_statistics"))
        .isEqualTo("error: 400 - Please provide which stats to retrieve\n");
    assertThat(STREAM.run("system.methodHelp", "ptimer.pause"))
        .contains("Usage: ptimer.pause NAME [WORKER]");
    assertThat(STREAM.run("system.methodHelp", "nosuch"))
        .isEqualTo("error: 400 - command not found\n");
    assertThat(STREAM.run("core.psx")).contains("DSC: ctl handler");
    assertThat(STREAM.run("nosuch")).isEqualTo("error: 500 - command nosuch not found\n");
  }

  @Test
  void namedThings_arePrintedAsKamailioDoes() throws Exception {
    assertThat(STREAM.run("core.aliases_list"))
        .isEqualTo(
            """
            {
            	myself_callbacks: no
            	aliases: {
            		alias: {
            			proto: *
            			address: one.example
            			port: *
            		}
            		alias: {
            			proto: *
            			address: two.example
            			port: *
            		}
            	}
            }
            """);
    assertThat(STREAM.run("core.sockets_list")).startsWith("{\n\tsocket: {\n\t\tproto: ");
  }

  @Test
  void secondApplicationWithTheSameSocket_isRefused_andOneWithItsOwnIsNot() throws Exception {
    int before = Server.log().size();
    Throwable failure = catchThrowable(() -> deployer.deploy("second"));
    deployer.undeploy("second");
    assertThat(failure).isInstanceOf(DeploymentException.class);
    assertThat(Server.log().stream().skip(before))
        .anyMatch(
            line ->
                line.contains("another server or application listens there")
                    && line.contains("modparam(\"ctl\", \"binrpc\", \"unix:NAME\")"));
    assertThat(STREAM.run("core.echo", "still there")).isEqualTo("still there\n");

    deployer.deploy("third");
    try {
      assertThat(Kamcmd.at("unixs", "third_ctl").run("core.echo", "a")).isEqualTo("a\n");
    } finally {
      deployer.undeploy("third");
    }
    assertThat(Operators.rundir().resolve("third_ctl")).doesNotExist();
    assertThat(STREAM.run("core.echo", "still there")).isEqualTo("still there\n");
  }
}
