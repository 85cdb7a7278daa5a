package org.escapement.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutboundInterfacesTest {

  @ParameterizedTest
  @CsvSource({"1, 'from 127.0.0.1|sip:b@127.0.0.1'", "0, 'sip:b@127.0.0.1'"})
  void multihomedServer_sendsFromWhereTheRouteBegins(int mhomed, String expected) throws Exception {
    RoutingFixture fixture = new RoutingFixture("mhomed=" + mhomed, this);
    fixture.routing.begin(null, List.of(FakeSipUri.of("127.0.0.1", 5060)));
    FakeRequest request = new FakeRequest("INVITE");

    fixture
        .routing
        .forwarding()
        .forward(request.request(), List.of(FakeSipUri.of("b", "127.0.0.1", -1, Map.of())));

    assertThat(String.join("|", request.targets)).isEqualTo(expected);
  }

  @Test
  void addressOfAnotherServer_isNotTaken() throws Exception {
    InetAddress other = InetAddress.getByName("192.0.2.44");
    OutboundInterfaces interfaces = new OutboundInterfaces(true, to -> other);
    interfaces.listensOn(List.of(FakeSipUri.of("192.0.2.1", 5060)));

    assertThat(interfaces.towards("192.0.2.2")).isNull();
    interfaces.listensOn(List.of(FakeSipUri.of("192.0.2.44", 5060)));
    assertThat(interfaces.towards("192.0.2.2")).isEqualTo(other);
  }

  @Test
  void hostWithoutRoute_isLeftToTheContainer() {
    OutboundInterfaces interfaces =
        new OutboundInterfaces(
            true,
            to -> {
              throw new NoRouteToHostException();
            });

    assertThat(interfaces.towards("192.0.2.2")).isNull();
    assertThat(interfaces.towards("")).isNull();
  }
}
