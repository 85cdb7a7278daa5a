package org.escapement.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.escapement.parameter.Cores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListenSocketsTest {

  private static final Interfaces INTERFACES = interfaces();

  private static Interfaces interfaces() {
    Map<String, List<InetAddress>> byName = new LinkedHashMap<>();
    byName.put("lo", addresses("127.0.0.1", "::1"));
    byName.put("eth0", addresses("10.0.0.1", "10.0.0.2", "2001:db8::1", "fe80::1"));
    byName.put("six", addresses("2001:db8::6"));
    return new Interfaces(byName);
  }

  private static List<InetAddress> addresses(String... texts) {
    return Stream.of(texts).map(ListenSocketsTest::address).toList();
  }

  private static InetAddress address(String text) {
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static ListenSockets sockets(String configuration) {
    return new ListenSockets(Cores.of(configuration), INTERFACES);
  }

  private static List<String> listens(String configuration) {
    return sockets(configuration).all().stream().map(ListenSocket::toString).toList();
  }

  @Test
  void nothingListed_listensOnLoopback() {
    ListenSockets sockets = sockets("");
    sockets.addDefaultIfEmpty();

    assertThat(sockets.all())
        .containsExactly(
            new ListenSocket("udp", "127.0.0.1", 5060), new ListenSocket("tcp", "127.0.0.1", 5060));
  }

  @Test
  void autoBindIpv6_addsAllIpv6AddressesToTheDefault() {
    ListenSockets sockets = sockets("auto_bind_ipv6=1\nport=5070\n");
    sockets.addDefaultIfEmpty();

    assertThat(sockets.all())
        .extracting(ListenSocket::toString)
        .containsExactly(
            "udp:127.0.0.1:5070",
            "tcp:127.0.0.1:5070",
            "udp:[::1]:5070",
            "tcp:[::1]:5070",
            "udp:[2001:db8::1]:5070",
            "tcp:[2001:db8::1]:5070",
            "udp:[2001:db8::6]:5070",
            "tcp:[2001:db8::6]:5070");
  }

  @Test
  void bindIpv6LinkLocal_addsThoseAddressesByUdp() {
    ListenSockets sockets = sockets("auto_bind_ipv6=1\nbind_ipv6_link_local=1\n");
    sockets.addDefaultIfEmpty();

    assertThat(sockets.all())
        .extracting(ListenSocket::toString)
        .contains("udp:[fe80::1]:5060")
        .doesNotContain("tcp:[fe80::1]:5060");
  }

  @Test
  void listens_areTakenOnceWithTheirPortOrThatOfThePortParameter() {
    assertThat(
            listens(
                """
                port=5070
                listen=udp:10.0.0.1
                listen=tcp:10.0.0.2:5080
                listen=[::1]
                listen=udp:10.0.0.1:5070
                """))
        .containsExactly(
            "udp:10.0.0.1:5070", "tcp:10.0.0.2:5080", "udp:[::1]:5070", "tcp:[::1]:5070");
  }

  @Test
  void interfaceName_meansItsIpv4Addresses() {
    assertThat(listens("listen=udp:eth0:5062\n"))
        .containsExactly("udp:10.0.0.1:5062", "udp:10.0.0.2:5062");
  }

  @Test
  void interfaceName_meansItsIpv6AddressesTooWithAutoBindIpv6() {
    assertThat(listens("auto_bind_ipv6=yes\nlisten=udp:six\n"))
        .containsExactly("udp:[2001:db8::6]:5060");
  }

  @Test
  void interfaceWithoutIpv4_isRefusedWithoutAutoBindIpv6() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sockets("listen=six\n"))
        .withMessageContaining("cannot listen on six")
        .withMessageContaining("auto_bind_ipv6=yes");
  }

  @Test
  void star_meansAllIpv4Addresses() {
    assertThat(listens("listen=udp:*:5060\n"))
        .containsExactly("udp:127.0.0.1:5060", "udp:10.0.0.1:5060", "udp:10.0.0.2:5060");
  }

  @Test
  void enableTls_opensTheNextPortWhereNoTransportIsNamed() {
    assertThat(listens("enable_tls=yes\nlisten=10.0.0.1:5070\nlisten=tls:10.0.0.2\n"))
        .containsExactly(
            "udp:10.0.0.1:5070", "tcp:10.0.0.1:5070", "tls:10.0.0.1:5071", "tls:10.0.0.2:5061");
  }

  @Test
  void disableTlsNo_isEnableTls() {
    assertThat(listens("disable_tls=no\nlisten=tls:10.0.0.2:5061\n"))
        .containsExactly("tls:10.0.0.2:5061");
  }

  @ParameterizedTest
  @CsvSource({
    "listen=tls:10.0.0.1, cannot listen on tls:10.0.0.1:5061: TLS is off; set enable_tls=yes",
    "listen=sctp:10.0.0.1, 'cannot listen on sctp:10.0.0.1:5060: the server serves udp, tcp and"
        + " tls; take the address out'"
  })
  void transportThatIsNotServed_isRefused(String configuration, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sockets(configuration + '\n'))
        .withMessage(message);
  }

  @ParameterizedTest
  @CsvSource({
    "'listen=udp:10.0.0.1', 1",
    "'children=1\nlisten=udp:10.0.0.1\nlisten=udp:10.0.0.2', 1",
    "'children=4\nlisten=udp:10.0.0.1', 4",
    "'children=4\nlisten=udp:10.0.0.1\nlisten=udp:10.0.0.2', 8",
    "'children=4\nlisten=10.0.0.1', 4",
    "'children=4\nlisten=tcp:10.0.0.1', 1",
    "'children=4\nsocket_workers=2\nlisten=udp:10.0.0.1\nlisten=udp:10.0.0.2\nlisten=udp:10.0.0.3',"
        + " 10",
    "'socket_workers=2\nlisten=udp:10.0.0.1', 2"
  })
  void tasks_areTheWorkersOfAllUdpSockets(String configuration, int tasks) {
    assertThat(sockets(configuration + '\n').tasks()).isEqualTo(tasks);
  }

  @Test
  void virtualSocket_isKnown() {
    ListenSockets sockets = sockets("listen=udp:10.9.9.9:5060 virtual\nlisten=udp:10.0.0.1\n");

    assertThat(sockets.isVirtual(new ListenSocket("udp", "10.9.9.9", 5060))).isTrue();
    assertThat(sockets.isVirtual(new ListenSocket("udp", "10.0.0.1", 5060))).isFalse();
  }

  @Test
  void interfacesOfThisMachine_haveLoopback() {
    Interfaces interfaces = Interfaces.ofMachine();

    assertThat(interfaces.all()).contains(address("127.0.0.1"));
    assertThat(interfaces.has(address("127.0.0.5"))).isTrue();
    assertThat(interfaces.has(address("192.0.2.99"))).isFalse();
  }
}
