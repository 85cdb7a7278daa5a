package org.escapement.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.escapement.config.Configuration;
import org.escapement.config.ConfigurationReader;
import org.escapement.config.ConfigurationReader.Options;
import org.escapement.config.Knowledge;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RehearsalTest {

  private final Set<String> methods = new ConcurrentSkipListSet<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private DatagramSocket server;

  @BeforeEach
  void openServer() throws IOException {
    server = new DatagramSocket(0, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void closeServer() {
    server.close();
  }

  private static Configuration configuration(String text) {
    return new ConfigurationReader(Options.usual(), new Knowledge(Set.of("shaper")))
        .read("a.cfg", text);
  }

  private List<Endpoint> listen(String protocol) {
    return List.of(new Endpoint(protocol, "127.0.0.1", server.getLocalPort()));
  }

  /** Ends each call itself instead of sending it on. */
  private void answer(String status) {
    Thread thread =
        new Thread(
            () -> {
              try {
                while (true) {
                  DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
                  server.receive(packet);
                  SipMessage request = SipMessage.of(packet);
                  methods.add(request.start().replaceFirst(" .*", ""));
                  if (request.asks("OPTIONS")) {
                    end.countDown();
                  }
                  if (!request.asks("ACK")) {
                    byte[] reply = new SipMessage(status, request.headers()).bytes();
                    server.send(new DatagramPacket(reply, reply.length, packet.getSocketAddress()));
                  }
                }
              } catch (IOException e) {
                // closed
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  private Rehearsal rehearsal() {
    return Rehearsal.prepare(configuration("loadmodule \"shaper\""), listen("udp")).orElseThrow();
  }

  @Test
  void callsThatAreTakenAndHungUp_areARehearsal_whichSaysWhenItIsOver() throws Exception {
    answer("SIP/2.0 200 OK");

    assertThat(rehearsal().run()).isTrue();
    assertThat(end.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(methods).containsExactly("ACK", "BYE", "INVITE", "OPTIONS");
  }

  @Test
  void callsThatAreRefused_areNone_butItIsOverAllTheSame() throws Exception {
    answer("SIP/2.0 503 Service Unavailable");

    assertThat(rehearsal().run()).isFalse();
    assertThat(end.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void queue_leadsBackToTheLauncher() {
    assertThat(rehearsal().variables().get("escapement.rehearsal.queue"))
        .matches(
            "name=escapement\\.rehearsal;rate=500;size=8;max_wait=5s;next_hop=sip:127\\.0\\.0\\.1:[0-9]+");
  }

  @Test
  void secret_isAnotherOneEachTime() {
    String key = "escapement.rehearsal.secret";

    assertThat(rehearsal().variables().get(key)).isNotEqualTo(rehearsal().variables().get(key));
  }

  @Test
  void withoutShaperOrUdp_nothingIsRehearsed() {
    assertThat(Rehearsal.prepare(configuration(""), listen("udp"))).isEmpty();
    assertThat(Rehearsal.prepare(configuration("loadmodule \"shaper\""), listen("tcp"))).isEmpty();
  }
}
