package org.escapement.shaping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.escapement.text.PlacedText;
import org.escapement.text.Position;
import org.escapement.text.Problem;
import org.escapement.text.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueueDefinitionTest {

  private static final Position BEGIN = new Position("a.cfg", 3, 30);

  private final Problems problems = new Problems();

  @Test
  void allAttributes_areRead() {
    String text =
        "name=c 1;rate=10000;size=1000000;max_wait=1500ms;next_hop=sips:h.example:5061;burst=7;";

    assertThat(QueueDefinition.parse(PlacedText.of(text, BEGIN), problems))
        .contains(
            new QueueDefinition(
                "c 1",
                10_000,
                1_000_000,
                Duration.ofMillis(1500),
                new NextHop(true, "h.example", 5061, ""),
                7,
                BEGIN));
    assertThat(problems.list()).isEmpty();
  }

  @Test
  void optionalAttributes_haveDefaults() {
    QueueDefinition queue = Definitions.queue("name=q;rate=1;next_hop=sip:h");

    assertThat(queue.size()).isEqualTo(10_000);
    assertThat(queue.maxWait()).isEqualTo(Duration.ofSeconds(30));
    assertThat(queue.burst()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '^',
      textBlock =
          """
          rate=1;next_hop=sip:h ^ 30: the queue has no name; add name=…
          name=;rate=1;next_hop=sip:h ^ 30: the queue has no name; add name=…
          name=q;next_hop=sip:h ^ 30: the queue has no rate; add rate=…
          name=q;rate=1 ^ 30: the queue has no next_hop; add next_hop=…
          name=q;rate=0;next_hop=sip:h ^ 42: rate is '0'; write a number from 1 to 10000
          name=q;rate=10001;next_hop=sip:h ^ 42: rate is '10001'; write a number from 1 to 10000
          name=q;rate=-1;next_hop=sip:h ^ 42: rate is '-1'; write a number from 1 to 10000
          name=q;rate=1.5;next_hop=sip:h ^ 42: rate is '1.5'; write a number from 1 to 10000
          name=q;rate=99999999999;next_hop=sip:h ^ 42: rate is '99999999999'; write a number from 1 to 10000
          name=q;rate=1;next_hop=sip:h;size=0 ^ 64: size is '0'; write a number from 1 to 1000000
          name=q;rate=1;next_hop=sip:h;size=1000001 ^ 64: size is '1000001'; write a number from 1 to 1000000
          name=q;rate=1;next_hop=sip:h;burst=0 ^ 65: burst is '0'; write a number from 1 to 10000
          name=q;rate=1;next_hop=sip:h;max_wait=10m ^ 68: max_wait: interval '10m' is not digits followed by s, ms or us; write a number followed by s or ms, such as 30s
          name=q;rate=1;next_hop=sip:h;max_wait=0 ^ 68: max_wait: interval '0' is not within 1 to 4294967295; write a number followed by s or ms, such as 30s
          name=q;rate=1;nexthop=sip:h ^ 44: unknown attribute 'nexthop'; did you mean next_hop? + 30: the queue has no next_hop; add next_hop=…
          name=q;rate=1;next_hop=h ^ 53: next_hop 'h' is no SIP address; write sip:host[:port][;transport=udp|tcp|tls]
          name=q;rate=1;next_hop=tel:+49 ^ 53: next_hop 'tel:+49' is no SIP address; write sip:host[:port][;transport=udp|tcp|tls]
          name=q;rate=1;next_hop=sip:u@h ^ 53: next_hop 'sip:u@h' is no SIP address; write sip:host[:port][;transport=udp|tcp|tls]
          name=q;rate=1;next_hop=sip:h:0 ^ 53: next_hop 'sip:h:0' is no SIP address; write sip:host[:port][;transport=udp|tcp|tls]
          name=q;rate=1;next_hop=sip:h:65536 ^ 53: next_hop 'sip:h:65536' is no SIP address; write sip:host[:port][;transport=udp|tcp|tls]
          name=q;rate=1;next_hop=sip:h;transport=ws ^ 69: transport 'ws' is unknown; write udp, tcp or tls
          name=q;rate=x;next_hop=h ^ 42: rate is 'x'; write a number from 1 to 10000 + 53: next_hop 'h' is no SIP address; write sip:host[:port][;transport=udp|tcp|tls]
          """)
  void mistake_isReportedOnceWhereItStands(String text, String expected) {
    assertThat(QueueDefinition.parse(PlacedText.of(text, BEGIN), problems)).isEmpty();

    assertThat(problems.list())
        .extracting(Problem::toString)
        .containsExactlyInAnyOrder(
            expected
                .lines()
                .map(line -> "a.cfg:3:" + line.replace(" + ", "\na.cfg:3:"))
                .flatMap(String::lines)
                .toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sip:127.0.0.1:5090              | sip:bob@127.0.0.1:5090;user=phone
          sip:gw.example.com              | sip:bob@gw.example.com;user=phone
          sip:[2001:db8::1]:65535         | sip:bob@[2001:db8::1]:65535;user=phone
          sips:gw                         | sips:bob@gw;user=phone
          sip:gw;transport=tcp            | sip:bob@gw;transport=tcp;user=phone
          sip:gw:5060;transport=udp;burst=2 | sip:bob@gw:5060;transport=udp;user=phone
          """)
  void nextHop_takesThePlaceOfHostPortAndTransport(String nextHop, String target) {
    FakeInvite invite = new FakeInvite("a");
    invite.requestUri =
        FakeUri.of("bob", "h", Map.of("transport", "sctp", "maddr", "239.0.0.1", "user", "phone"));

    QueueDefinition queue = Definitions.queue("name=q;rate=1;next_hop=" + nextHop);

    assertThat(queue.nextHop().target(invite.request())).hasToString(target);
    assertThat(nextHop).startsWith(queue.nextHop().toString());
  }
}
