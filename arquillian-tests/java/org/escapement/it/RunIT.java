package org.escapement.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.escapement.system.Interfaces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./run} has the server do what a configuration asks of it. */
class RunIT {

  private static final Path HOME = Path.of("").toAbsolutePath();
  private static final String READY = "Escapement is ready: ";
  private static final int START_MINUTES = 3;

  @TempDir private Path folder;
  private final List<String> output = new CopyOnWriteArrayList<>();
  private final CountDownLatch ready = new CountDownLatch(1);

  @Test
  void server_listensOnAddressAndInterface_withTheTasksAndTheHeapThatWereAskedFor()
      throws Exception {
    int first = freePort();
    int second = freePort();
    Path configuration =
        Files.writeString(
            folder.resolve("a.cfg"),
            """
            debug=2
            listen=udp:127.0.0.1:%d
            listen=udp:%s:%d
            children=2
            shm_mem_size=300
            shm_force_alloc=yes
            disable_core_dump=yes
            udp_mtu=1300
            udp_mtu_try_proto=TCP
            """
                .formatted(first, loopback(), second));
    Process process = run(configuration);
    try {
      assertThat(ready.await(START_MINUTES, TimeUnit.MINUTES)).as("ready: " + output).isTrue();
      assertThat(output).anyMatch(line -> line.startsWith(READY));
      assertThat(options(first)).startsWith("SIP/2.0 ");
      assertThat(options(second)).startsWith("SIP/2.0 ");
      Path log = folder.resolve("run/logs/messages.log");
      Await.until(() -> "the comparison", () -> text(log).contains("ESC001821"));
      assertThat(text(log))
          .contains(
              "ESC001821: The server listens on ",
              "udp:127.0.0.1:" + first,
              "udp:127.0.0.1:" + second)
          .doesNotContain("ESC001822", "ESC001823", "ESC002029");
    } finally {
      process.destroy();
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String loopback() {
    return Interfaces.ofMachine().byName().entrySet().stream()
        .filter(entry -> entry.getValue().contains(InetAddress.getLoopbackAddress()))
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  private Process run(Path configuration) throws IOException {
    Path war = HOME.resolve("target/escapement/WEB-INF");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-Descapement.home=" + HOME,
                "-cp",
                war.resolve("classes") + ":" + war.resolve("lib") + "/*",
                "org.escapement.launch.Main",
                "-f",
                configuration.toString(),
                "--http",
                "127.0.0.1:" + freePort(),
                "--rundir",
                folder.resolve("run").toString())
            .redirectErrorStream(true)
            .start();
    Thread reader = new Thread(() -> read(process), "output of ./run");
    reader.setDaemon(true);
    reader.start();
    return process;
  }

  private void read(Process process) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      lines.lines().forEach(this::note);
    } catch (IOException | UncheckedIOException e) {
      output.add(e.toString()); // the stream is closed under the reader when ./run is ended
    } finally {
      ready.countDown(); // or never will be
    }
  }

  private void note(String line) {
    output.add(line);
    if (line.startsWith(READY)) {
      ready.countDown();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static String options(int port) throws IOException {
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      socket.setSoTimeout(Math.toIntExact(Await.LIMIT.toMillis()));
      String me = "127.0.0.1:" + socket.getLocalPort();
      byte[] request =
          """
          OPTIONS sip:127.0.0.1:%d SIP/2.0
          Via: SIP/2.0/UDP %s;branch=z9hG4bKrun%d;rport
          From: <sip:it@%s>;tag=1
          To: <sip:127.0.0.1:%d>
          Call-ID: run-it-%d
          CSeq: 1 OPTIONS
          Max-Forwards: 70
          Content-Length: 0

          """
              .formatted(port, me, port, me, port, port)
              .replace("\n", "\r\n")
              .getBytes(UTF_8);
      socket.send(
          new DatagramPacket(request, request.length, InetAddress.getLoopbackAddress(), port));
      DatagramPacket reply = new DatagramPacket(new byte[65_535], 65_535);
      socket.receive(reply);
      return new String(reply.getData(), 0, reply.getLength(), UTF_8);
    }
  }
}
