package org.escapement.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.servlet.sip.TelURL;
import org.escapement.StandIn;
import org.escapement.config.ListenSpec;
import org.escapement.config.SocketAddress;
import org.escapement.parameter.CoreParameters;
import org.escapement.parameter.Cores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MyselfTest {

  private static final String CONFIGURATION =
      """
      listen=udp:192.0.2.1:5060 advertise 203.0.113.5:5080
      listen=udp:192.0.2.9:5060 virtual
      alias=any.example
      alias=port.example:5070
      alias=tcp:tcp.example
      """;

  private boolean virtualIsHere;

  private Myself myself() {
    CoreParameters core = Cores.of(CONFIGURATION);
    Myself myself =
        new Myself(
            core.list("listen", ListenSpec.class),
            core.list("alias", SocketAddress.class),
            host -> virtualIsHere);
    myself.listensOn(List.of(FakeSipUri.of("192.0.2.1", -1), FakeSipUri.of("192.0.2.9", 5060)));
    return myself;
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, -1, , true",
    "192.0.2.1, 5060, , true",
    "192.0.2.1, 5061, , false",
    "203.0.113.5, 5080, , true",
    "203.0.113.5, -1, , false",
    "ANY.example, 7777, , true",
    "port.example, 5070, , true",
    "port.example, -1, , false",
    "tcp.example, 5060, tcp, true",
    "tcp.example, 5060, , true",
    "tcp.example, 5060, udp, false",
    "other.example, 5060, , false"
  })
  void uri_isMyself(String host, int port, String transport, boolean expected) {
    Map<String, String> parameters = new HashMap<>();
    if (transport != null) {
      parameters.put("transport", transport);
    }
    assertThat(myself().matches(FakeSipUri.of("u", host, port, parameters))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void virtualAddress_countsWhileAnInterfaceHasIt(boolean here) {
    virtualIsHere = here;
    assertThat(myself().matches(FakeSipUri.of("192.0.2.9", 5060))).isEqualTo(here);
    assertThat(myself().matches(FakeSipUri.of("192.0.2.1", 5060))).isTrue();
  }

  @Test
  void aliasFoundAtStart_counts() {
    Myself myself = myself();
    SocketAddress found = Cores.of("alias=found.example").list("alias", SocketAddress.class).get(0);
    myself.addAlias(found);

    assertThat(myself.matches(FakeSipUri.of("found.example", -1))).isTrue();
  }

  @Test
  void telUri_isNeverMyself() {
    assertThat(myself().matches(StandIn.of(TelURL.class, "tel:+491"))).isFalse();
  }
}
