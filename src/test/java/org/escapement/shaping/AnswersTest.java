package org.escapement.shaping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.time.Duration;
import org.escapement.routing.MessageRouting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersTest {

  private final FakeInvite invite = new FakeInvite("a");
  private final Answers answers = new Answers(MessageRouting.plain());

  @Test
  void answers_haveTheirStatusAndHeader() {
    answers.unavailable(invite.request(), 12);
    answers.forbidden(invite.request());
    answers.tooManyHops(invite.request());
    answers.serverError(invite.request());
    answers.ok(invite.request());

    assertThat(invite.answers)
        .containsExactly(
            "503 Retry-After: 12",
            "403 Reason: SIP;cause=403;text=\"no queue is assigned to this call\"",
            "483",
            "500",
            "200");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          q    | q
          a"b  | a\\"b
          a\\b | a\\\\b
          ü    | ü
          """)
  void reason_quotesTheNameOfTheQueue(String queue, String quoted) {
    answers.waitedTooLong(invite.request(), queue, Duration.ofMillis(1500));

    assertThat(invite.answers)
        .containsExactly(
            "480 Reason: SIP;cause=480;text=\"waited 1500 ms for a turn in queue " + quoted + '"');
  }

  @Test
  void reason_keepsToOneLine() {
    answers.waitedTooLong(invite.request(), "a\r\nX: y", Duration.ofMillis(1));

    assertThat(invite.answers.get(0)).endsWith("in queue a  X: y\"");
  }

  @Test
  void callThatIsGone_isNoError() {
    invite.onAnswer = new IllegalStateException("terminated");
    assertThatCode(() -> answers.ok(invite.request())).doesNotThrowAnyException();

    FakeInvite unreachable = new FakeInvite("b");
    unreachable.onAnswer = new IllegalStateException(new IOException("closed"));
    assertThatCode(() -> answers.ok(unreachable.request())).doesNotThrowAnyException();
  }
}
