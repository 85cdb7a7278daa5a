package org.escapement.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlAddressTest {

  @ParameterizedTest
  @CsvSource({
    "unix:,unix:kamailio_ctl",
    "unixs:a,unix:a",
    "/run/a,unix:/run/a",
    "unixd:,unixd:kamailio_ctld",
    "unixd:/run/d,unixd:/run/d",
    "tcp:localhost,tcp:localhost:2049",
    "tcp:,tcp:127.0.0.1:2049",
    "tcp:127.0.0.1:2050,tcp:127.0.0.1:2050",
    "udp:[::1]:2050,udp:[::1]:2050",
    "udp:[::1],udp:[::1]:2049",
    "tcp:3012,tcp:127.0.0.1:3012",
    "localhost:3000,udp:localhost:3000",
    "localhost,udp:localhost:2049",
    "[::1]:3000,udp:[::1]:3000",
    "[::1],udp:[::1]:2049",
  })
  void parse_readsWhatKamailioWrites(String text, String expected) {
    assertThat(ControlAddress.parse(text, false)).hasToString(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tcp:0.0.0.0:2049", "udp:192.0.2.1", "tcp:*:2049"})
  void parse_addressBeyondThisMachine_isRefusedUnlessAllowed(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ControlAddress.parse(text, false))
        .withMessageContaining("any_host=1");
    assertThat(ControlAddress.parse(text, true)).asString().startsWith(text);
  }

  @Test
  void socket_ofAStar_isAllAddresses() throws Exception {
    InetSocketAddress all = (InetSocketAddress) ControlAddress.parse("tcp:*:2049", true).socket();

    assertThat(all.getAddress().isAnyLocalAddress()).isTrue();
    assertThat(all.getPort()).isEqualTo(2049);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sctp:localhost:1",
        "unxi:a",
        "tcp:localhost:0",
        "tcp:localhost:x",
        "tcp:localhost:"
      })
  void parse_whatIsNoAddress_isRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> ControlAddress.parse(text, true));
  }
}
