package org.escapement.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.escapement.it.Server.Resources;
import org.escapement.rpc.Mutator;
import org.escapement.shaping.ShaperServlet;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Inputs that nobody means, at each way into a running server: every one is answered or hung up on,
 * nothing is logged as a defect, no resource stays taken, and nothing that can be changed changes.
 * {@code -Descapement.fuzz=1000000} sends a million to each.
 */
@ExtendWith(ArquillianExtension.class)
class FuzzIT {

  private static final String APPLICATION = "fuzz";
  private static final int PORT = Ports.free();
  private static final int WARM_UP = 2_000;
  private static final long HEAP_SLACK = 32 << 20;

  /** Those that the server's own executor may still have to start. */
  private static final int THREAD_SLACK = 70;

  private static final int FILE_SLACK = 8;

  /** What the log must not get: defects, and what the server itself could not cope with. */
  private static final Pattern BAD =
      Pattern.compile("ESC00165[01]|ESC00160[23]|SRVE\\d{4}E|Exception|FFDC");

  private static final List<String> READING =
      List.of("core.echo", "ptimer.list", "shaper.list", "cfg.get", "pv.print", "stats.fetch");

  private static final List<String> ALL =
      Stream.concat(READING.stream(), Stream.of("ptimer.pause", "cfg.set_now_int", "shaper.set"))
          .toList();

  private static final byte[] BATCH =
      """
      [{"jsonrpc":"2.0","method":"core.echo","params":["a",1,2.5e3,null],"id":1},\
      {"jsonrpc":"2.0","method":"ptimer.pause","params":{"name":"queue"},"id":"x"},\
      {"jsonrpc":"2.0","method":"cfg.get","params":["core","debug"],"id":3}]"""
          .getBytes(UTF_8);

  private static final int CONNECTIONS = 4;

  private final Mutator mutator = new Mutator(0);
  private Server server;
  private String state;
  private Resources resources;
  private int logged;

  @Deployment(testable = false)
  static WebArchive application() {
    Operators.prepare();
    return Wars.application(
        APPLICATION,
        """
        loadmodule "ctl"
        loadmodule "ptimer"
        loadmodule "shaper"
        modparam("ctl", "binrpc", "unix:kamailio_ctl")
        modparam("ctl", "binrpc", "udp:127.0.0.1:%d")
        modparam("ptimer", "timer", "name=queue;type=1;interval=100ms")
        modparam("ptimer", "loop", "timer=queue;route=QUEUE_LOOP")
        modparam("shaper", "queue", "name=one;rate=50;next_hop=sip:127.0.0.1:5999")
        """
            .formatted(PORT),
        ShaperServlet.class,
        SoundRoutes.class);
  }

  @BeforeEach
  void look() throws Exception {
    server = Server.connect();
    logged = Server.log().size();
  }

  /** After the warm-up: what is loaded and cached at first use is no leak. */
  private void remember() throws Exception {
    state = state();
    resources = server.resources();
  }

  @AfterEach
  void nothingStays() throws Exception {
    Resources after = server.resources();
    server.close();

    assertThat(state()).isEqualTo(state);
    assertThat(after.openFiles()).isLessThanOrEqualTo(resources.openFiles() + FILE_SLACK);
    assertThat(after.threads()).isLessThanOrEqualTo(resources.threads() + THREAD_SLACK);
    assertThat(after.heapBytes()).isLessThan(resources.heapBytes() + HEAP_SLACK);
    List<String> log = Server.log();
    assertThat(log.stream().skip(logged <= log.size() ? logged : 0))
        .noneMatch(line -> BAD.matcher(line).find());
    System.out.printf(
        "FuzzIT: %,d inputs: before %s, after %s%n", Mutator.INPUTS, resources, after);
  }

  /** All that a command can change. */
  private static String state() throws Exception {
    StringBuilder state = new StringBuilder();
    for (String call :
        List.of(
            "ptimer.list",
            "shaper.list",
            "cfg.get\",\"params\":[\"core\"],\"of\":\"",
            "cfg.diff",
            "pv.shvGet",
            "mqueue.list")) {
      String request = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + call + "\"}";
      state.append(Operators.post(APPLICATION, Operators.VIEWER, request).body()).append('\n');
    }
    return state.toString();
  }

  /** One connection each, as an operator, so that every input begins a stream. */
  @Test
  void controlSocket() throws Exception {
    var address = UnixDomainSocketAddress.of(Operators.rundir().resolve("kamailio_ctl"));
    ByteBuffer answer = ByteBuffer.allocate(65_536);
    for (int i = -WARM_UP; i < Mutator.INPUTS; i++) {
      if (i == 0) {
        remember();
      }
      byte[] input = packet(i, READING);
      try (SocketChannel channel = SocketChannel.open(address)) {
        channel.write(ByteBuffer.wrap(input));
        channel.shutdownOutput();
        answer.clear();
        while (channel.read(answer) >= 0 && answer.hasRemaining()) {
          // until the server hangs up
        }
      } catch (IOException e) { // it may hang up before all is written
        if (!String.valueOf(e.getMessage()).matches("Broken pipe|Connection reset.*")) {
          throw e;
        }
      }
      if (answer.position() > 0 && answer.get(0) != (byte) 0xA1) {
        fail("input " + HexFormat.of().formatHex(input));
      }
    }
  }

  private byte[] packet(int number, List<String> commands) {
    if (number % 4 == 0) {
      return mutator.noise(128);
    }
    String command = commands.get(Math.floorMod(number, commands.size()));
    return mutator.mutated(Mutator.packet(number, command, "queue", "interval", "3"));
  }

  /** As a viewer, with commands that change something among the sound ones. */
  @Test
  void controlPort() throws Exception {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.setSoTimeout((int) Await.LIMIT.toMillis());
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT);
      DatagramPacket answer = new DatagramPacket(new byte[65_536], 65_536);
      for (int i = -WARM_UP; i < Mutator.INPUTS; i++) {
        if (i == 0) {
          remember();
        }
        byte[] input = packet(i, ALL);
        socket.send(new DatagramPacket(input, input.length, address));
        byte[] sound = Mutator.packet(i, "core.echo", "asked " + i);
        socket.send(new DatagramPacket(sound, sound.length, address));
        String echoed = "asked " + i + '\0';
        do { // the input itself may be answered first
          socket.receive(answer);
        } while (!new String(answer.getData(), 0, answer.getLength(), UTF_8).endsWith(echoed));
      }
    }
  }

  /** Over several connections, so that the server is never waited for. */
  @Test
  void rpc() throws Exception {
    post(WARM_UP);
    remember();
    post(Mutator.INPUTS);
  }

  private static void post(int inputs) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
    try {
      List<Callable<Void>> tasks =
          IntStream.range(0, CONNECTIONS)
              .<Callable<Void>>mapToObj(c -> () -> post(inputs / CONNECTIONS, new Mutator(c)))
              .toList();
      for (Future<Void> done : threads.invokeAll(tasks)) {
        done.get();
      }
    } finally {
      threads.shutdown();
    }
  }

  private static Void post(int inputs, Mutator mutator) throws IOException {
    try (KeptHttp http = new KeptHttp(APPLICATION, Operators.VIEWER)) {
      for (int i = 0; i < inputs; i++) {
        byte[] input = i % 4 == 0 ? mutator.noise(128) : mutator.mutated(BATCH);
        KeptHttp.Answer answer = http.post(input);
        if (answer.status() / 100 != 2 || answer.body().contains("-32603")) {
          fail(new String(input, UTF_8) + " is answered " + answer);
        }
      }
    }
    return null;
  }
}
