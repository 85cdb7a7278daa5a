package org.escapement.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.escapement.config.Configuration;
import org.escapement.config.ConfigurationReader;
import org.escapement.config.ConfigurationReader.Options;
import org.escapement.config.Knowledge;
import org.escapement.config.SocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListensTest {

  private static List<String> listens(String configuration, String... commandLine) {
    Configuration read =
        new ConfigurationReader(Options.usual(), new Knowledge(Set.of(), Set.of("listen")))
            .read("a.cfg", configuration);
    List<Endpoint> given =
        Stream.of(commandLine)
            .map(text -> Endpoint.parse(text, Endpoint.ANY, SocketAddress.DEFAULT_PORT))
            .toList();
    return Listens.of(read, given).stream().map(Endpoint::toString).toList();
  }

  @Test
  void nothingGiven_listensOnLoopback() {
    assertThat(listens("")).containsExactly("udp:127.0.0.1:5060", "tcp:127.0.0.1:5060");
  }

  @Test
  void configurationAndCommandLine_areTakenTogetherEachOnce() {
    assertThat(
            listens(
                "listen=udp:10.0.0.1\nlisten=tcp:10.0.0.2:5070\nlisten=[::1]:5080\n",
                "udp:10.0.0.1:5060",
                "10.0.0.2:5070"))
        .containsExactly(
            "udp:10.0.0.1:5060",
            "tcp:10.0.0.2:5070",
            "udp:[::1]:5080",
            "tcp:[::1]:5080",
            "udp:10.0.0.2:5070");
  }

  @ParameterizedTest
  @CsvSource({
    "listen=tls:10.0.0.1:5061, tls:10.0.0.1:5061",
    "listen=sctp:10.0.0.1, sctp:10.0.0.1:5060"
  })
  void protocolThatIsNotServed_isRefused(String configuration, String address) {
    assertThatExceptionOfType(LaunchException.class)
        .isThrownBy(() -> listens(configuration))
        .withMessage(
            "cannot listen on "
                + address
                + ": this version serves udp and tcp; take the address out");
  }
}
