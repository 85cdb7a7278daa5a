package org.escapement.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.escapement.text.PlacedText;
import org.escapement.text.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementsTest {

  @Test
  void aTypicalFile_isReadInOrder() {
    Configuration c =
        Readings.read(
            """
            #!KAMAILIO
            # timers that pace a queue
            debug = 2
            alias = shaper.example.com:5060
            listen = udp:192.0.2.7:5060

            loadmodule "ptimer.so"
            modparam("ptimer", "default_interval", "10ms")
            modparam("ptimer", "default_nworkers", 4)   // four
            /* a comment
               of two lines */
            request_route {
              if (is_method("INVITE")) { t_relay(); }
            }
            event_route[ptimer:started] { exit; }
            """);

    assertThat(c.debug()).isEqualTo(OptionalInt.of(2));
    assertThat(c.modules()).extracting(Statement.LoadModule::module).containsExactly("ptimer");
    assertThat(c.parametersOf("ptimer"))
        .extracting(p -> p.parameter().text() + '=' + p.value().text())
        .containsExactly("default_interval=10ms", "default_nworkers=4");
    assertThat(c.statements(Statement.RouteBlock.class))
        .extracting(r -> r.position() + " " + r.kind() + " " + r.name())
        .containsExactly("a.cfg:12:1 request_route ", "a.cfg:15:1 event_route ptimer:started");
    assertThat(c.aliases()).hasToString("[shaper.example.com:5060]");
    assertThat(c.notices()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "3, 3",
    "-6, -6",
    "- 1, -1",
    "0x10, 16",
    "0XfF, 255",
    "017, 15",
    "0, 0",
    "-0x2, -2",
    "101b, 5"
  })
  void intsOfEveryNotation(String written, int expected) {
    assertThat(Readings.read("debug=" + written).debug()).hasValue(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "on", "true", "enable", "enabled", "1", "YES", "On"})
  void switchesThatAreOn(String written) {
    assertThat(Readings.read("fork=" + written).setting("fork").orElseThrow().asBoolean()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"no", "off", "false", "disable", "disabled", "0", "No", "OFF"})
  void switchesThatAreOff(String written) {
    assertThat(Readings.read("fork=" + written).setting("fork").orElseThrow().asBoolean())
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"plain\" | plain",
        "'plain' | plain",
        "\"a\\tb\" | a\tb",
        "\"say \\\"hi\\\"\" | say \"hi\"",
        "'no \\n escape' | no \\n escape",
        "\"back\\\\slash\" | back\\slash",
        "\"\\x41\\102\" | AB",
        "\"\\q\\x\\9\" | \\q\\x\\9",
        "\"one \" \"two\" | one two",
        "\"a\" /* between */ 'b' | ab",
        "\"# no comment\" | # no comment",
        "\"\" | ``",
        "bare | bare",
        "/usr/local/x-1.y | /usr/local/x-1.y",
      })
  void stringsOfEveryForm(String written, String expected) {
    assertThat(Readings.read("workdir=" + written).setting("workdir").orElseThrow().text())
        .isEqualTo(expected);
  }

  @Test
  void aBackslashAtALinesEndJoinsLines() {
    assertThat(Readings.read("workdir=\"/usr\\\n/local\"").setting("workdir").orElseThrow().text())
        .isEqualTo("/usr/local");
    assertThat(Readings.read("debug \\\n = 3").debug()).hasValue(3);
  }

  @Test
  void aliasesOfASettingGiveItsMainName() {
    Configuration c = Readings.read("wdir=\"/x\"\nser_kill_timeout=5\nmpath \"a:b\"; descr=\"d\"");

    assertThat(c.statements(Statement.Assignment.class))
        .extracting(Statement.Assignment::name)
        .containsExactly("workdir", "exit_timeout", "loadpath", "description");
    assertThat(c.intSetting("exit_timeout")).hasValue(5);
  }

  @Test
  void theLastValueOfASettingCounts() {
    assertThat(Readings.read("debug=1; debug=2;").debug()).hasValue(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"ptimer\"",
        "\"ptimer.so\"",
        "'/usr/lib/modules/ptimer.so'",
        "(ptimer)",
        "(\"ptimer\")",
        "(\"ptimer.so\", \"g\")",
        "\"ptimer/ptimer.so\"",
        "\"ptimer\";"
      })
  void aModuleInEveryForm(String written) {
    assertThat(Readings.read("loadmodule" + written).modules())
        .extracting(Statement.LoadModule::module)
        .containsExactly("ptimer");
  }

  @Test
  void modparam_severalModules_setsEach() {
    Configuration c =
        Readings.read(
            """
            loadmodule "ptimer"
            loadmodule "shaper"
            modparam("ptimer|shaper", "both", 1)
            modparam("p.*", "one", "1")
            modparam("shaper|no_such", "other", -7)
            """);

    assertThat(c.parametersOf("ptimer"))
        .extracting(Statement.ModParam::parameter)
        .extracting(PlacedText::text)
        .containsExactly("both", "one");
    assertThat(c.parametersOf("shaper"))
        .extracting(p -> p.parameter().text())
        .containsExactly("both", "other");
  }

  @Test
  void modparam_keepsIntsAndStringsApart() {
    Configuration c =
        Readings.read(
            """
            #!define TEN 10
            #!define TEXT "10"
            loadmodule "ptimer"
            modparam("ptimer", "a", 1) modparam('ptimer', 'b', '1')
            modparam("ptimer", "c", TEN)
            modparam("ptimer", "d", TEXT)
            """);

    assertThat(c.parametersOf("ptimer"))
        .extracting(p -> p.value().getClass().getSimpleName())
        .containsExactly("Int", "Text", "Int", "Text");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "listen=10.1.2.3 | 10.1.2.3",
        "listen=eth1:5062 | eth1:5062",
        "listen=udp:10.1.2.3:5064 | udp:10.1.2.3:5064",
        "listen=TLS:host-1.example.com:5061 | tls:host-1.example.com:5061",
        "listen=udp:[2001:db8::18]:5060 | udp:[2001:db8::18]:5060",
        "listen=[2001:db8::18] | [2001:db8::18]",
        "listen=2001:db8::18 | [2001:db8::18]",
        "listen=udp:*:5060 | udp:*:5060",
        "listen=\"tcp:a.example.com:5060\" | tcp:a.example.com:5060",
        "listen=sctp:\"a.example.com\":5060 | sctp:a.example.com:5060",
        "listen=\"a.example.com\":5060 | a.example.com:5060",
        "listen = eth0 | eth0",
        "socket={ bind = udp:10.1.2.3:5060; } | udp:10.1.2.3:5060",
      })
  void listen_inEveryForm(String written, String expected) {
    assertThat(Readings.read(written).listens())
        .extracting(l -> l.address().toString())
        .containsExactly(expected);
  }

  @Test
  void listen_withItsOptions() {
    List<ListenSpec> listens =
        Readings.read(
                """
                socket_workers=3
                listen=udp:10.0.0.1:5060 advertise sip.example.com:5080 name "s1" virtual
                listen=tcp:10.0.0.2:5060 advertise "example.com"
                       tls:10.0.0.3:5061 name 's3'
                socket = {
                  bind = udp:10.0.0.4:5060;
                  advertise = 192.0.2.1:5060;
                  workers = 4; name = "s4"; virtual = yes
                }
                """)
            .listens();

    assertThat(listens).extracting(ListenSpec::workers).containsExactly(3, null, null, 4);
    assertThat(listens).extracting(ListenSpec::name).containsExactly("s1", null, "s3", "s4");
    assertThat(listens).extracting(ListenSpec::virtual).containsExactly(true, false, false, true);
    assertThat(listens)
        .extracting(l -> String.valueOf(l.advertise()))
        .containsExactly("sip.example.com:5080", "example.com", "null", "192.0.2.1:5060");
  }

  @Test
  void alias_aList_givesEach() {
    assertThat(Readings.read("alias=a.example.com:5060 udp:b-1.example.com\nalias=\"c\"").aliases())
        .hasToString("[a.example.com:5060, udp:b-1.example.com, c]");
  }

  @Test
  void flags_withAndWithoutNumbers() {
    Configuration c = Readings.read("flags ONE:1, TWO : 2,\n  THREE;\navpflags A, B\ndebug=1");

    assertThat(c.statements(Statement.Flag.class))
        .extracting(f -> f.name() + ' ' + f.number() + ' ' + f.forAvps())
        .containsExactly(
            "ONE 1 false", "TWO 2 false", "THREE null false", "A null true", "B null true");
    assertThat(c.debug()).hasValue(1);
  }

  @Test
  void customParameters_keepGroupAndDescription() {
    Configuration c =
        Readings.read(
            "pstn.gw_ip = \"\" desc \"the gateway\"\nqueue.size=10\nqueue[1].size = 20\n"
                + "description=\"mine\"");

    assertThat(c.statements(Statement.CustomParameter.class))
        .extracting(
            p -> p.group() + '|' + p.name() + '|' + p.value().text() + '|' + p.description())
        .containsExactly("pstn|gw_ip||the gateway", "queue|size|10|null", "queue[1]|size|20|null");
    assertThat(c.setting("description")).get().extracting(Value::text).isEqualTo("mine");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "route{}",
        "route[X]{}",
        "route [X] {}",
        "request_route { $var(x) = \"}\"; }",
        "reply_route { # }\n }",
        "onreply_route[1] { /* } */ }",
        "failure_route[F] { if(1) { } else { { } } }",
        "branch_route[\"b c\"] { xlog('}'); }",
        "onsend_route { // }\n }",
        "event_route[core:pre-routing] { $(hdr(X){s.select,0,'}) ; }",
        "route[P] { $(ru{re.subst,/a//\"}) ; $(((x))) }",
        "route[N] { @to.tag =~ \"^a\" && `x` ? \\ ~ ^ | < > % }",
      })
  void routes_areSkippedWhateverIsInThem(String route) {
    Configuration c = Readings.read(route + "\ndebug=1");

    assertThat(c.statements(Statement.RouteBlock.class)).hasSize(1);
    assertThat(c.debug()).hasValue(1);
  }

  @Test
  void positions_pointAtWhatTheUserWrote() {
    Configuration c =
        Readings.read(
            "loadmodule \"ptimer\"\n  modparam(\"ptimer\", \"timer\",\n    \"name=q;type=9\")");
    Statement.ModParam p = c.parametersOf("ptimer").get(0);
    PlacedText value = ((Value.Text) p.value()).placed();

    assertThat(c.modules().get(0).position()).hasToString("a.cfg:1:1");
    assertThat(c.modules().get(0).path().position()).hasToString("a.cfg:1:13");
    assertThat(p.position()).hasToString("a.cfg:2:3");
    assertThat(p.expression().position()).hasToString("a.cfg:2:13");
    assertThat(p.value().position()).isEqualTo(new Position("a.cfg", 3, 6));
    assertThat(value.at(value.text().indexOf('9'))).hasToString("a.cfg:3:18");
  }

  @Test
  void positions_surviveEscapesJoinedLinesAndJoinedStrings() {
    PlacedText value =
        ((Value.Text)
                Readings.read("workdir=\"a\\\"b\\\n  c\" # more\n   'd\ne'")
                    .setting("workdir")
                    .orElseThrow())
            .placed();

    assertThat(value.text()).isEqualTo("a\"b  cd\ne");
    assertThat(value.at(0)).hasToString("a.cfg:1:10");
    assertThat(value.at(2)).hasToString("a.cfg:1:13");
    assertThat(value.at(5)).hasToString("a.cfg:2:3");
    assertThat(value.at(6)).hasToString("a.cfg:3:5");
    assertThat(value.at(8)).hasToString("a.cfg:4:1");
  }
}
