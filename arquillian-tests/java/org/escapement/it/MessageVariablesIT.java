package org.escapement.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.LinkedHashMap;
import java.util.Map;
import org.escapement.it.sip.Wire;
import org.escapement.it.sip.WireCaller;
import org.escapement.it.sip.WireMessage;
import org.escapement.routing.RoutingServlet;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What variables say in routes of real messages is what was on the wire; but the container gives
 * addresses without parameters without their brackets.
 */
@ExtendWith(ArquillianExtension.class)
class MessageVariablesIT {

  private static final int BUFFER = 64;
  private static final int CACHE = 50;

  /** The container adds where a message came from to its Via, and drops blanks. */
  private static final int SLACK = 80;

  private static final String CONFIGURATION =
      """
      #!define REGION west
      pv_buffer_size=64
      pv_buffer_slots=3
      pv_cache_limit=50
      pv_cache_action=1
      caller.realm = "example.com" desc "realm"
      loadmodule "pv"
      loadmodule "statistics"
      loadmodule "ptimer"
      modparam("pv", "shvset", "limit=i:5")
      modparam("statistics", "variable", "heard")
      modparam("ptimer", "timer", "name=mine;type=1;interval=10ms;nworkers=2")
      modparam("ptimer", "start", "timer=mine;route=MINE_START")
      modparam("ptimer", "loop", "timer=mine;route=MINE")
      """;

  private static final String HEADERS =
      """
      X: one
      X: two
      User-Agent: Tester 1.0
      """;

  private static final String TEXT = "Content-Type: text/plain\n";

  @ArquillianResource private URL application;

  private final WireCaller caller = new WireCaller(Server.sipPort());
  private final Wire callee = new Wire(Server.sipPort());
  private NotesProbe notes;

  @Deployment(testable = false)
  static WebArchive deployment() {
    return Wars.application(
        "message_variables",
        CONFIGURATION,
        RoutingServlet.class,
        VariableRoutes.class,
        NotesServlet.class,
        NotesServlet.Notes.class);
  }

  @BeforeEach
  void begin() {
    notes = new NotesProbe(application);
    notes.await("worker 0 has");
  }

  @AfterEach
  void end() {
    caller.close();
    callee.close();
  }

  private Map<String, String> noted(String what) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String name : VariableRoutes.READ) {
      values.put(name, notes.await(what + ' ' + name + ' ' + caller.callId() + ' '));
    }
    return values;
  }

  private String noteOfCall(String what) {
    return notes.await(what + ' ' + caller.callId() + ' ');
  }

  @Test
  void request_isReadAsItWasSent() {
    String uri = caller.uri("relay") + ";to=" + callee.port();
    WireMessage sent = caller.begin("MESSAGE", uri, HEADERS + TEXT, "hello");
    callee.send(callee.receive("MESSAGE").answer("200 OK", callee.port(), ""));
    caller.receive("SIP/2.0 200");
    Map<String, String> noted = noted("request");

    assertLength(noted.remove("ml"), sent);
    assertThat(noted)
        .containsExactlyEntriesOf(
            values(
                """
                rm = MESSAGE
                ru = %s
                rU = relay
                rd = 127.0.0.1
                rp = %d
                du = <null>
                fu = sip:bob@customer.example
                fU = bob
                fd = customer.example
                fn = Bob
                ft = caller
                tu = sip:callee@example.com
                tU = callee
                td = example.com
                tn = <null>
                tt = <null>
                ci = %s
                cs = 1
                hdr(X) = one
                (hdr(X)[1]) = two
                (hdr(X)[*]) = one,two
                hdrc(X) = 2
                si = 127.0.0.1
                sp = %d
                Ri = 127.0.0.1
                Rp = %d
                proto = udp
                mt = 1
                rs = <null>
                rr = <null>
                ua = Tester 1.0
                ct = sip:bob@127.0.0.1:%d
                cT = text/plain
                cl = 5
                rb = hello
                """
                    .formatted(
                        uri,
                        Server.sipPort(),
                        caller.callId(),
                        caller.port(),
                        Server.sipPort(),
                        caller.port())));
  }

  @Test
  void reply_isReadAsItWasSent() {
    caller.begin("MESSAGE", caller.uri("relay") + ";to=" + callee.port(), "", "");
    String answer = callee.receive("MESSAGE").answer("488 Not Here", callee.port(), HEADERS);
    callee.send(answer);
    caller.receive("SIP/2.0 488");
    Map<String, String> noted = noted("reply");

    assertLength(noted.remove("ml"), new WireMessage(answer));
    assertThat(noted)
        .containsExactlyEntriesOf(
            values(
                """
                rm = MESSAGE
                ru = <null>
                rU = <null>
                rd = <null>
                rp = <null>
                du = <null>
                fu = sip:bob@customer.example
                fU = bob
                fd = customer.example
                fn = Bob
                ft = caller
                tu = sip:callee@example.com
                tU = callee
                td = example.com
                tn = <null>
                tt = callee
                ci = %s
                cs = 1
                hdr(X) = one
                (hdr(X)[1]) = two
                (hdr(X)[*]) = one,two
                hdrc(X) = 2
                si = 127.0.0.1
                sp = %d
                Ri = 127.0.0.1
                Rp = %d
                proto = udp
                mt = 2
                rs = 488
                rr = Not Here
                ua = Tester 1.0
                ct = sip:callee@127.0.0.1:%d
                cT = <null>
                cl = 0
                rb = <null>
                """
                    .formatted(caller.callId(), callee.port(), Server.sipPort(), callee.port())));
  }

  @Test
  void valuesOnTheMessage_goThroughItsRoutes_toItsReplies() {
    caller.begin("MESSAGE", caller.uri("relay") + ";to=" + callee.port(), "", "");
    callee.send(callee.receive("MESSAGE").answer("200 OK", callee.port(), ""));
    caller.receive("SIP/2.0 200");
    String all = "bob old " + caller.callId() + " 3";

    assertThat(noteOfCall("nested")).isEqualTo(all);
    assertThat(noteOfCall("after")).isEqualTo(all);
  }

  @Test
  void settingsAndSharedValues_areTheSameForAllMessages() {
    caller.begin("MESSAGE", caller.uri("settings"), "", "");
    caller.receive("SIP/2.0 200");

    assertThat(noteOfCall("settings"))
        .isEqualTo("64 example.com west 0 0 " + caller.callId() + " 5 bob");
  }

  @Test
  void valuesOfAWorker_areItsOwn() {
    for (int i = 0; i < 3; i++) {
      caller.begin("MESSAGE", caller.uri("count"), "", "");
      caller.receive("SIP/2.0 200");
      assertThat(noteOfCall("count")).matches("\\d");
    }

    assertThat(notes.await("worker 0 has ")).isEqualTo("100 and count 0");
    assertThat(notes.await("worker 1 has ")).isEqualTo("101 and count 0");
    assertThat(notes.all()).filteredOn(note -> note.startsWith("worker")).hasSize(2);
  }

  @Test
  void limitsOfTheConfiguration_hold() {
    String body = "x".repeat(BUFFER / 2 + 1);
    caller.begin("MESSAGE", caller.uri("limits"), HEADERS + TEXT, body);
    caller.receive("SIP/2.0 200");

    assertThat(noteOfCall("fits")).isEqualTo("one");
    assertThat(noteOfCall("tooLong"))
        .contains("makes a text longer than pv_buffer_size = 64 bytes");
    assertThat(noteOfCall("deep")).isEqualTo("MESSAGE");
    assertThat(noteOfCall("tooDeep")).as("nested deeper than pv_buffer_slots").isEqualTo("<null>");
    assertThat(Integer.parseInt(noteOfCall("kept"))).isBetween(1, CACHE);
  }

  /** Lines of {@code name = value}. */
  private static Map<String, String> values(String lines) {
    Map<String, String> values = new LinkedHashMap<>();
    lines
        .lines()
        .forEach(
            line -> {
              int equals = line.indexOf(" = ");
              values.put(line.substring(0, equals), line.substring(equals + 3));
            });
    return values;
  }

  private static void assertLength(String noted, WireMessage message) {
    int length = message.text().length();
    assertThat(Integer.parseInt(noted)).isBetween(length - SLACK, length + SLACK);
  }
}
