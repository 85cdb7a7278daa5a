package org.escapement.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SipCountersTest {

  private static final List<String> REPLY_CLASSES =
      List.of("1xx", "2xx", "3xx", "4xx", "5xx", "6xx");

  private final Statistics statistics = new Statistics();
  private final SipCounters sip = new SipCounters(statistics);

  /** All that are not 0, without their group. */
  private List<String> counted() {
    return statistics.select(Statistics.ALL).stream()
        .filter(s -> s.value() != 0)
        .map(s -> s.name() + '=' + s.value())
        .toList();
  }

  /** The names that Kamailio 5.6.3 lists in its group core. */
  @Test
  void names_areKamailios() {
    Stream<String> byClass =
        REPLY_CLASSES.stream()
            .flatMap(
                c ->
                    Stream.of(
                            "",
                            "_bye",
                            "_cancel",
                            "_invite",
                            "_message",
                            "_prack",
                            "_refer",
                            "_reg",
                            "_update")
                        .map(m -> "rcv_replies_" + c + m));
    Stream<String> requests =
        Stream.of(
                "ack",
                "bye",
                "cancel",
                "info",
                "invite",
                "message",
                "notify",
                "options",
                "prack",
                "publish",
                "refer",
                "register",
                "subscribe",
                "update")
            .map(m -> "rcv_requests_" + m);
    Stream<String> others =
        Stream.of(
            "bad_URIs_rcvd",
            "bad_msg_hdr",
            "drop_replies",
            "drop_requests",
            "err_replies",
            "err_requests",
            "fwd_replies",
            "fwd_requests",
            "rcv_replies",
            "rcv_replies_18x",
            "rcv_replies_401",
            "rcv_replies_404",
            "rcv_replies_407",
            "rcv_replies_480",
            "rcv_replies_486",
            "rcv_requests",
            "unsupported_methods");

    assertThat(statistics.select("core:"))
        .extracting(Statistic::name)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(byClass, requests, others).flatMap(s -> s).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INVITE",
        "ACK",
        "BYE",
        "CANCEL",
        "INFO",
        "MESSAGE",
        "NOTIFY",
        "OPTIONS",
        "PRACK",
        "PUBLISH",
        "REFER",
        "REGISTER",
        "SUBSCRIBE",
        "UPDATE"
      })
  void request_countsInAllAndByItsMethod(String method) {
    sip.requestReceived(method);

    assertThat(counted())
        .containsExactly(
            "rcv_requests=1", "rcv_requests_" + method.toLowerCase(Locale.ROOT) + "=1");
  }

  @Test
  void requestOfUnknownMethod_countsAsUnsupported() {
    sip.requestReceived("BREW");

    assertThat(counted()).containsExactly("rcv_requests=1", "unsupported_methods=1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          100 | INVITE   | rcv_replies=1, rcv_replies_1xx=1, rcv_replies_1xx_invite=1
          183 | INVITE   | rcv_replies=1, rcv_replies_18x=1, rcv_replies_1xx=1, rcv_replies_1xx_invite=1
          200 | REGISTER | rcv_replies=1, rcv_replies_2xx=1, rcv_replies_2xx_reg=1
          200 | OPTIONS  | rcv_replies=1, rcv_replies_2xx=1
          401 | REGISTER | rcv_replies=1, rcv_replies_401=1, rcv_replies_4xx=1, rcv_replies_4xx_reg=1
          404 | INFO     | rcv_replies=1, rcv_replies_404=1, rcv_replies_4xx=1
          407 | BYE      | rcv_replies=1, rcv_replies_407=1, rcv_replies_4xx=1, rcv_replies_4xx_bye=1
          480 | REFER    | rcv_replies=1, rcv_replies_480=1, rcv_replies_4xx=1, rcv_replies_4xx_refer=1
          486 | INVITE   | rcv_replies=1, rcv_replies_486=1, rcv_replies_4xx=1, rcv_replies_4xx_invite=1
          699 | UPDATE   | rcv_replies=1, rcv_replies_6xx=1, rcv_replies_6xx_update=1
          700 | INVITE   | rcv_replies=1
          99  | INVITE   | rcv_replies=1
          """)
  void reply_countsByClassMethodAndStatus(int status, String method, String counted) {
    sip.replyReceived(status, method);

    assertThat(counted()).containsExactly(counted.split(", "));
  }

  @Test
  void whatElseHappensToMessages_countsEach() {
    sip.requestForwarded();
    sip.replyForwarded();
    sip.requestDropped();
    sip.replyDropped();
    sip.requestFaulty();
    sip.replyFaulty();
    sip.badUri();
    sip.badHeader();

    assertThat(counted())
        .containsExactly(
            "bad_URIs_rcvd=1",
            "bad_msg_hdr=1",
            "drop_replies=1",
            "drop_requests=1",
            "err_replies=1",
            "err_requests=1",
            "fwd_replies=1",
            "fwd_requests=1");
  }

  @Test
  void transactions_areActiveUntilTheirFinalReply() {
    TransactionCounters transactions = new TransactionCounters(statistics);
    transactions.serverBegun();
    transactions.serverBegun();
    transactions.clientBegun();
    transactions.ended(200);
    transactions.ended(487);
    transactions.replyReceived();
    transactions.replyReceived();
    transactions.replyRelayed();
    transactions.replyGenerated();

    assertThat(counted())
        .containsExactly(
            "2xx_transactions=1",
            "4xx_transactions=1",
            "UAC_transactions=1",
            "UAS_transactions=2",
            "active_transactions=1",
            "inuse_transactions=1",
            "rpl_absorbed=1",
            "rpl_generated=1",
            "rpl_received=2",
            "rpl_relayed=1",
            "rpl_sent=2");
    assertThatThrownBy(() -> transactions.ended(180))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("180");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          180 | 1xx_replies=1, sent_replies=1
          200 | 200_replies=1, sent_replies=1
          204 | 2xx_replies=1, sent_replies=1
          302 | 302_replies=1, sent_err_replies=1, sent_replies=1
          486 | 4xx_replies=1, sent_err_replies=1, sent_replies=1
          483 | 483_replies=1, sent_err_replies=1, sent_replies=1
          503 | 5xx_replies=1, sent_err_replies=1, sent_replies=1
          603 | 6xx_replies=1, sent_err_replies=1, sent_replies=1
          """)
  void replyOfOurs_countsByItsStatusOrElseItsClass(int status, String counted) {
    new SentReplies(statistics).sent(status);

    assertThat(counted()).containsExactly(counted.split(", "));
  }
}
