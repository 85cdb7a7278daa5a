package org.escapement.shaping;

import static org.assertj.core.api.Assertions.assertThat;

import org.escapement.timer.TimerControl;
import org.junit.jupiter.api.Test;

class RehearsalTest {

  private static final Rehearsal ASKED_FOR =
      new Rehearsal("s3cret", "name=rehearsal;rate=500;next_hop=sip:127.0.0.1:40000");

  private static FakeInvite callTo(String user) {
    FakeInvite invite = new FakeInvite(user);
    invite.requestUri = FakeUri.of(user, "example.com");
    return invite;
  }

  private static ShaperFixture started(Rehearsal rehearsal) {
    ShaperFixture fixture = new ShaperFixture(0, rehearsal);
    assertThat(fixture.configure("name=q;rate=10;next_hop=sip:127.0.0.1:5090")).isEmpty();
    fixture.initialise();
    return fixture;
  }

  private static String queueOf(ShaperFixture fixture, String user) {
    return fixture
        .module
        .queueOf(callTo(user).request())
        .map(queue -> queue.definition().name())
        .orElse("none");
  }

  @Test
  void callsToTheSecret_haveTheirOwnQueue_andAllOthersTheirs() {
    ShaperFixture fixture = started(ASKED_FOR);

    assertThat(queueOf(fixture, "s3cret")).isEqualTo("rehearsal");
    assertThat(queueOf(fixture, "bob")).isEqualTo("q");
  }

  @Test
  void rehearsalQueue_isNobodyElses() {
    assertThat(started(ASKED_FOR).queues.find("rehearsal")).isEmpty();
  }

  @Test
  void endedRehearsal_leavesNothing() {
    ShaperFixture fixture = started(ASKED_FOR);

    fixture.module.endRehearsal();
    fixture.module.endRehearsal();

    assertThat(fixture.timers.list()).extracting(TimerControl::name).containsExactly("shaper.q");
    assertThat(queueOf(fixture, "s3cret")).isEqualTo("none");
  }

  @Test
  void withoutARehearsal_noUserIsSpecial() {
    ShaperFixture fixture = started(Rehearsal.NONE);

    assertThat(queueOf(fixture, "")).isEqualTo("q");
    assertThat(queueOf(fixture, "s3cret")).isEqualTo("q");
    assertThat(fixture.timers.list()).extracting(TimerControl::name).containsExactly("shaper.q");
  }
}
