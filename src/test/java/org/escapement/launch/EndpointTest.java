package org.escapement.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {

  @ParameterizedTest
  @CsvSource({
    "udp:127.0.0.1:5060, udp, 127.0.0.1, 5060",
    "TCP:127.0.0.1:1, tcp, 127.0.0.1, 1",
    "127.0.0.1:65535, any, 127.0.0.1, 65535",
    "127.0.0.1, any, 127.0.0.1, 7",
    "tls:host, tls, host, 7",
    "localhost:8080, any, localhost, 8080",
    "localhost, any, localhost, 7",
    "udp:localhost:5060, udp, localhost, 5060",
    "sip.example.com:5060, any, sip.example.com, 5060",
    "tcp:[::1]:5060, tcp, ::1, 5060",
    "[2001:db8::7], any, 2001:db8::7, 7"
  })
  void address_isRead(String text, String protocol, String host, int port) {
    assertThat(Endpoint.parse(text, "any", 7)).isEqualTo(new Endpoint(protocol, host, port));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        "udp:",
        ":5060",
        "::1",
        "udp:::1:5060",
        "udp:a:b:5060",
        "127.0.0.1:port",
        "127.0.0.1:123456",
        "127.0.0.1:-1",
        "xyz:127.0.0.1:5060",
        "udp:a b:1",
        "http://host:80/",
        "[host]:1",
        "[::1",
        "a\tb"
      })
  void textThatIsNoAddress_isRefusedWithAnExample(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Endpoint.parse(text, "any", 7))
        .withMessage(
            "'" + text + "' is no address; write proto:address:port, such as udp:127.0.0.1:5060");
  }

  @ParameterizedTest
  @CsvSource({"h:0, 0", "udp:h:65536, 65536", "h:99999, 99999", "h:00000, 0"})
  void portOutOfRange_isNamed(String text, int port) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Endpoint.parse(text, "any", 7))
        .withMessage("'" + text + "' has the port " + port + "; write one from 1 to 65535");
  }

  @Test
  void text_isThatOfACommandLine() {
    assertThat(new Endpoint("udp", "::1", 5060)).hasToString("udp:[::1]:5060");
    assertThat(new Endpoint("tcp", "h", 1)).hasToString("tcp:h:1");
    assertThat(new Endpoint("tcp", "h", 1).uriHost()).isEqualTo("h");
  }
}
