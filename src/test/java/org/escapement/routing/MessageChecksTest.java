package org.escapement.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageChecksTest {

  private final FakeRequest request = new FakeRequest("INVITE");

  private RoutingFixture fixture(String configuration) {
    RoutingFixture fixture = new RoutingFixture("server_signature=no\n" + configuration, this);
    fixture.routing.begin(null, List.of(FakeSipUri.of("192.0.2.1", 5060)));
    return fixture;
  }

  @ParameterizedTest
  @ValueSource(strings = {"From", "To", "Call-ID", "CSeq", "Max-Forwards"})
  void duplicateOfASingleHeader_isRefusedWith400(String header) throws Exception {
    request.headers.put(header, List.of("one", "two"));
    RoutingFixture fixture = fixture("");
    fixture.send(request);

    assertThat(request.answers).containsExactly("400");
    assertThat(fixture.reachedServlet).isEmpty();
    assertThat(fixture.count("bad_msg_hdr")).isEqualTo(1);
    assertThat(fixture.count("err_requests")).isEqualTo(1);
  }

  @Test
  void duplicateOfASingleHeader_passes_whenTheParserIsLax() throws Exception {
    request.headers.put("From", List.of("one", "two"));
    RoutingFixture fixture = fixture("sip_parser_mode=0");
    fixture.send(request);

    assertThat(fixture.reachedServlet).containsExactly("INVITE");
  }

  @ParameterizedTest
  @CsvSource({
    "'', ex_ample.com, false",
    "'uri_host_extra_chars=\"_\"', ex_ample.com, true",
    "'uri_host_extra_chars=\"_\"', ex$ample.com, false",
    "'', example.com, true",
    "'', '[2001:db8::1]', true"
  })
  void hostOfTheRequestUri_hasAllowedCharactersOnly(String setting, String host, boolean sound)
      throws Exception {
    request.requestUri = FakeSipUri.of("bob", host, -1, Map.of());
    RoutingFixture fixture = fixture(setting);
    fixture.send(request);

    assertThat(request.answers).isEqualTo(sound ? List.of() : List.of("400"));
    assertThat(fixture.count("bad_URIs_rcvd")).isEqualTo(sound ? 0 : 1);
  }

  @ParameterizedTest
  @CsvSource({
    "1, SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKa, true",
    "1, SIP/2.0/UDP 192.0.2.1;branch=z9hG4bKa, true",
    "1, sip / 2.0 / TCP pbx.example : 5070 ;branch=z9hG4bKa, true",
    "1, SIP/2.0/UDP 192.0.2.1:5061;branch=z9hG4bKa, false",
    "1, SIP/2.0/UDP 192.0.2.2:5060;branch=z9hG4bKa, false",
    "1, nonsense, false",
    "0, SIP/2.0/UDP 192.0.2.2:5060;branch=z9hG4bKa, true"
  })
  void topmostVia_mustBeOurs(int mode, String via, boolean passes) throws Exception {
    request.headers.put("Via", List.of(via));
    RoutingFixture fixture = fixture("check_via=" + mode + "\nalias=pbx.example");
    fixture.receive(request, 180, false, false);

    assertThat(fixture.reachedServlet).hasSize(passes ? 1 : 0);
    assertThat(fixture.count("drop_replies")).isEqualTo(passes ? 0 : 1);
  }
}
