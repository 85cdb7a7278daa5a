package org.escapement.launch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramPacket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SipMessageTest {

  private static SipMessage read(String text) {
    byte[] bytes = text.getBytes(ISO_8859_1);
    return SipMessage.of(new DatagramPacket(bytes, bytes.length));
  }

  @ParameterizedTest
  @CsvSource({"SIP/2.0 200 OK,200", "SIP/2.0 100 Trying,100", "INVITE sip:a SIP/2.0,0", "x,0"})
  void status_isThatOfAReply(String start, int status) {
    assertThat(SipMessage.of(start).status()).isEqualTo(status);
  }

  @Test
  void emptyDatagram_asksNothing() {
    assertThat(read("").asks("INVITE")).isFalse();
    assertThat(read("").status()).isZero();
  }

  @Test
  void value_isFoundInAnyCase_andEmptyWhereThereIsNone() {
    SipMessage message = read("BYE sip:a SIP/2.0\r\ncall-id:  7@h \r\n\r\nbody: no header");

    assertThat(message.asks("BYE")).isTrue();
    assertThat(message.value("Call-ID")).isEqualTo("7@h");
    assertThat(message.value("body")).isEmpty();
  }

  @Test
  void routes_areTheRecordRoutesBackwards_howeverTheyAreWritten() {
    SipMessage message =
        read(
            """
            SIP/2.0 200 OK\r
            Record-Route: <sip:p3;lr>, <sip:p2;a=1,2;lr>\r
            Record-Route: <sip:p1;lr>\r
            \r
            """);

    assertThat(message.routes())
        .containsExactly("Route: <sip:p1;lr>", "Route: <sip:p2;a=1,2;lr>", "Route: <sip:p3;lr>");
  }

  @Test
  void bytes_endWithAnEmptyLine() {
    SipMessage message = SipMessage.of("ACK sip:a SIP/2.0", "CSeq: 1 ACK");

    assertThat(new String(message.bytes(), ISO_8859_1))
        .isEqualTo("ACK sip:a SIP/2.0\r\nCSeq: 1 ACK\r\nContent-Length: 0\r\n\r\n");
  }
}
