package org.escapement.shaping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import javax.servlet.sip.URI;
import org.escapement.StandIn;
import org.escapement.timer.TimerControl;
import org.escapement.timer.TimerType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShaperModuleTest {

  private static final String HOP = ";rate=10;next_hop=sip:127.0.0.1:5090";

  private final ShaperFixture fixture = new ShaperFixture(0);

  /** The queue of a call, or {@code none}. */
  private String queueOf(FakeInvite invite) {
    return fixture
        .module
        .shaper()
        .queueOf(invite.request())
        .map(queue -> queue.definition().name())
        .orElse("none");
  }

  private void start(String... parameters) {
    assertThat(fixture.configure(parameters)).isEmpty();
    fixture.initialise();
  }

  @Test
  void onlyQueueWithoutAssignments_takesEveryCall() {
    start("name=q" + HOP);

    assertThat(queueOf(new FakeInvite("a"))).isEqualTo("q");
    assertThat(fixture.module.shaper().unassigned()).isEmpty();
  }

  @Test
  void severalQueuesWithoutAssignments_takeNoCalls() {
    start("name=q" + HOP, "name=r" + HOP);

    assertThat(queueOf(new FakeInvite("a"))).isEqualTo("none");
    assertThat(fixture.module.shaper().unassigned())
        .extracting(queue -> queue.definition().name())
        .containsExactly("q", "r");
  }

  @Test
  void onlyQueueWithAnAssignment_takesOnlyWhatMatches() {
    start("name=q" + HOP, "|queue=q;src_ip=10.0.0.0/8");

    assertThat(queueOf(new FakeInvite("a"))).isEqualTo("none");
  }

  @ParameterizedTest
  @CsvSource({
    "10.1.2.3, example.org, bob, ip",
    "192.0.2.1, cUstomer.example, bob, domain",
    "192.0.2.1, example.org, +4912, prefix",
    "192.0.2.1, example.org, +1, default",
    "192.0.2.1, x.customer.example, 49, default",
    "10.1.2.3, customer.example, +49, ip",
    "192.0.2.1, customer.example, +49, domain",
    "198.51.100.7, customer.example, +43, both",
    "198.51.100.7, other.example, +43, default",
  })
  void firstAssignmentThatMatches_wins(String source, String domain, String user, String queue) {
    start(
        "name=ip" + HOP,
        "name=domain" + HOP,
        "name=prefix" + HOP,
        "name=both" + HOP,
        "name=default" + HOP,
        "|queue=ip;src_ip=10.0.0.0/8",
        "|queue=both;src_ip=198.51.100.7;from_domain=customer.example",
        "|queue=domain;from_domain=customer.example",
        "|queue=prefix;ruri_prefix=+49");
    FakeInvite invite = new FakeInvite("a");
    invite.remoteAddress = source;
    invite.from = FakeUri.of("alice", domain);
    invite.requestUri = FakeUri.of(user, "here");

    assertThat(queueOf(invite)).isEqualTo(queue);
    assertThat(fixture.module.shaper().unassigned()).isEmpty();
  }

  @Test
  void addressesWithoutAHostOrUser_matchNoDomainAndNoPrefix() {
    start("name=q" + HOP, "|queue=q;from_domain=d", "|queue=q;ruri_prefix=1");
    FakeInvite invite = new FakeInvite("a");
    invite.from = StandIn.of(URI.class, "tel:+49");
    invite.requestUri = FakeUri.of(null, "h");
    assertThat(queueOf(invite)).isEqualTo("none");

    invite.requestUri = StandIn.of(URI.class, "tel:1");
    assertThat(queueOf(invite)).isEqualTo("none");
  }

  @Test
  void queueThatNoAssignmentNames_isUnassigned() {
    start("name=q" + HOP, "name=r" + HOP, "|queue=q");

    assertThat(fixture.module.shaper().unassigned())
        .extracting(queue -> queue.definition().name())
        .containsExactly("r");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          queue=Q                       | 37: there is no queue 'Q'; did you mean q?
          queue=other                   | 37: there is no queue 'other'; the known ones are q
          src_ip=10.0.0.1               | 31: the assignment names no queue; add queue=…
          queue=q;src_ip=10.0.0.0/33    | 46: src_ip '10.0.0.0/33' is no address range; write an address or a range such as 10.1.0.0/16
          queue=q;src_ip=gw.example     | 46: src_ip 'gw.example' is no address range; write an address or a range such as 10.1.0.0/16
          queue=q;from_domain=          | 51: from_domain is empty; give it a value, or take it out
          queue=q;ruri_prefix=          | 51: ruri_prefix is empty; give it a value, or take it out
          queue=q;scr_ip=10.0.0.1       | 39: unknown attribute 'scr_ip'; did you mean src_ip?
          """)
  void wrongAssignment_isReportedWhereItStands(String assignment, String problem) {
    assertThat(fixture.configure("name=q" + HOP, '|' + assignment))
        .containsExactly("a.cfg:3:" + problem);
  }

  @Test
  void twoQueuesOfOneName_areReportedWithBothPlaces() {
    assertThat(fixture.configure("name=q" + HOP, "name=q" + HOP))
        .containsExactly(
            "a.cfg:3:30: there are two queues named 'q';"
                + " rename one of them; the first is at a.cfg:2:30");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "queues", "x" | a.cfg:2:21: unknown parameter 'queues'; did you mean queue?
          "queue", 5    | a.cfg:2:29: parameter queue cannot be a number; write it in quotes
          """)
  void wrongParameter_isReportedWhereItStands(String parameter, String problem) {
    assertThat(
            fixture.configureText(
                "loadmodule \"shaper\"\nmodparam(\"shaper\", " + parameter + ")\n"))
        .containsExactly(problem);
  }

  @Test
  void queue_isPublishedAndDrivenByATimerOfItsOwn() {
    start("name=q;rate=100;next_hop=sip:127.0.0.1");
    TimerControl timer = fixture.timer();

    assertThat(fixture.queues.list())
        .containsExactly(fixture.module.shaper().queues().get(0).queue());
    assertThat(fixture.queues.find("q")).isPresent();
    assertThat(fixture.queues.find("r")).isEmpty();
    assertThat(timer.definition().type()).isEqualTo(TimerType.SYNC);
    assertThat(timer.definition().interval().nanos()).isEqualTo(10_070_000);
    assertThat(timer.definition().nworkers()).isEqualTo(1);
    assertThat(timer.definition().position()).hasToString("a.cfg:2:30");
  }

  @Test
  void nameOfAQueue_isTakenOnce() {
    fixture.queues.add(new CallQueue("q", 1, fixture.clock));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> fixture.queues.add(new CallQueue("q", 1, fixture.clock)))
        .withMessage("there is a call queue named q already; take another name");
  }

  @Test
  void beforeItsStart_theShaperTakesNoCalls() {
    assertThat(queueOf(new FakeInvite("a"))).isEqualTo("none");
  }
}
