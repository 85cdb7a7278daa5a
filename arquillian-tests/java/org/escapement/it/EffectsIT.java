package org.escapement.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import javax.management.JMException;
import org.escapement.shaping.ShaperServlet;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Core parameters that act on the log, the process and the server have their effect. */
@ExtendWith(ArquillianExtension.class)
class EffectsIT {

  private static final String NAME = "effects";
  private static final LineReceiver ENGINE = receiver(0);
  private static final Path RUNDIR = Path.of("target/rundir-it/made").toAbsolutePath();

  @ArquillianResource private Deployer deployer;

  private static LineReceiver receiver(int port) {
    try {
      return new LineReceiver(port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Deployment(name = NAME, managed = false, testable = false)
  static WebArchive effects() {
    return Wars.application(
        NAME,
        """
        debug=2
        server_id=42
        description="under test"
        log_name="kam-it"
        log_facility=LOG_LOCAL3
        log_engine_type="udp"
        log_engine_data="127.0.0.1:%d"
        latency_limit_action=1
        memlog=2
        mem_summary=16
        memdbg=2
        open_files_limit=2000000000
        user="nobody-here"
        group="nobody-here"
        chroot="/no/such/root"
        shm_mem_size=300
        shm_force_alloc=yes
        disable_core_dump=yes
        mlock_pages=yes
        rundir="%s"
        loadpath="/no/such/folder"
        children=3
        udp_mtu=1200
        udp_mtu_try_proto=TCP
        listen=udp:127.0.0.1:9
        listen=udp:127.0.0.1:%d
        sql_buffer_size=1000
        loadmodule "ptimer"
        modparam("ptimer", "timer", "name=slow;interval=200ms")
        modparam("ptimer", "loop", "timer=slow;route=QUEUE_LOOP")
        """
            .formatted(ENGINE.port(), RUNDIR, Server.sipPort()),
        ShaperServlet.class,
        SoundRoutes.class);
  }

  @Test
  void parameters_haveTheirEffect() throws IOException {
    int before = Server.log().size();
    try (LineReceiver syslog = receiver(Integer.getInteger("it.syslog.port"));
        ENGINE) {
      deployer.deploy(NAME);
      try {
        assertThat(syslog.await(line -> line.contains("route QUEUE_LOOP took")))
            .startsWith("<155>1 ") // local3.error
            .contains(" kam-it ", " ESC002000 - ESC002000: " + SoundRoutes.class.getName())
            .endsWith(" us, more than latency_limit_action=1");
        assertThat(ENGINE.await(line -> line.contains("route QUEUE_LOOP took")))
            .startsWith("kam-it[")
            .contains("]: ERROR: latency: ESC002000: ");
        Await.until(
            () -> "the comparison with the server",
            () ->
                linesSince(before).stream().anyMatch(line -> line.contains("ESC001823: udp_mtu")));
        assertProcess(linesSince(before));
        try (Server server = Server.connect()) {
          server.instances(EffectsIT.class); // collects garbage
        } catch (JMException e) {
          throw new IllegalStateException(e);
        }
        Await.until(
            () -> "a line for the garbage collection",
            () -> linesSince(before).stream().anyMatch(line -> line.contains("ESC002041: garb")));
      } finally {
        deployer.undeploy(NAME);
      }
      assertThat(linesSince(before)).anyMatch(line -> line.contains("ESC002040: heap: "));
    }
  }

  private static void assertProcess(List<String> log) {
    for (String line :
        List.of(
            "ESC001820: Server id 42, application effects: under test",
            "ESC001824: rundir: runtime files are kept in ",
            "ESC002021: open_files_limit=2000000000 is past the hard limit: the process may open ",
            "ESC002027: user is nobody-here, but the process runs as ",
            "ESC002027: group is nobody-here, but the process runs as ",
            "ESC002028: chroot is /no/such/root, ",
            "ESC002029: shm_mem_size=300, but this server runs with a heap of 512 MB",
            "ESC002029: shm_force_alloc=yes, but this server runs with AlwaysPreTouch=false",
            "ESC002025: disable_core_dump: ",
            "mlock_pages: the ",
            "loadpath: /no/such/folder is no folder; make it",
            "ESC001821: The server listens on ",
            "ESC001822: listen: the server does not listen on udp:127.0.0.1:9;",
            "ESC001823: children=3, but the server's variable escapement.sip.tasks is 1 and should"
                + " be 6",
            "ESC001823: udp_mtu=1200, but the server's variable escapement.sip.mtu is 1500 and"
                + " should be 1400",
            "ESC001825: sql_buffer_size=1000 has no effect")) {
      assertThat(log).as(line).anyMatch(found -> found.contains(line));
    }
    assertThat(log)
        .noneMatch(line -> line.contains("does not listen on udp:127.0.0.1:" + Server.sipPort()));
  }

  private static List<String> linesSince(int before) {
    try {
      return Server.log().stream().skip(before).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
