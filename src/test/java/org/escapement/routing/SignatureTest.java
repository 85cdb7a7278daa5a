package org.escapement.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureTest {

  private final FakeRequest request = new FakeRequest("INVITE");

  /** The answer 200 without its status. */
  private String reply(String configuration) throws Exception {
    new RoutingFixture(configuration, this).routing.context(request.request()).reply(200, "");
    return request.answers.get(0).replaceFirst("^200\\|?", "");
  }

  @ParameterizedTest
  @CsvSource({
    "'server_header=\"Server: My Super SIP Server\"', Server: My Super SIP Server",
    "'server_header=\"X-Made-By:me\"', X-Made-By: me",
    "'server_signature=no', ''",
    "'server_signature=no;server_header=\"Server: x\"', ''"
  })
  void reply_hasTheServerHeader(String configuration, String expected) throws Exception {
    assertThat(reply(configuration.replace(';', '\n'))).isEqualTo(expected);
  }

  @Test
  void signature_isOnByDefault() throws Exception {
    assertThat(reply("")).matches("Server: Escapement \\([^/]+/[^/]+\\)");
  }

  @Test
  void warning_tellsWhereTheRequestCameFrom() throws Exception {
    assertThat(reply("server_signature=no\nsip_warning=1"))
        .matches(
            "Warning: 392 192\\.0\\.2\\.1:5060 \"pid=\\d+ req_src_ip=192\\.0\\.2\\.7"
                + " req_src_port=5066 in_uri=sip:bob@example\\.com\"");
  }

  @ParameterizedTest
  @CsvSource({
    "'user_agent_header=\"User-Agent: My UA\"', My UA",
    "'server_signature=no', ''",
  })
  void request_hasTheUserAgentHeader(String configuration, String expected) {
    new RoutingFixture(configuration, this).routing.replies().sign(request.request());

    assertThat(request.headers.getOrDefault("User-Agent", List.of("")).get(0)).isEqualTo(expected);
  }

  @Test
  void headerOfTheApplication_stays() {
    request.setHeader("User-Agent", "the application's");
    new RoutingFixture("", this).routing.replies().sign(request.request());

    assertThat(request.getHeader("User-Agent")).isEqualTo("the application's");
  }
}
