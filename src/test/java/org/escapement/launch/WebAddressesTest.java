package org.escapement.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressesTest {

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:9080,'',http:127.0.0.1:9080,https:127.0.0.1:9443",
    "localhost,'',http:localhost:9080,https:localhost:9443",
    "8080,8443,http:127.0.0.1:8080,https:127.0.0.1:8443",
    "[::1]:8080,'',http:[::1]:8080,https:[::1]:8443",
    "127.0.0.1:9080,0.0.0.0:443,http:127.0.0.1:9080,https:0.0.0.0:443",
  })
  void parse_givesBothAddresses(String http, String https, String plain, String secure) {
    WebAddresses addresses = WebAddresses.parse(http, https);

    assertThat(addresses.http()).hasToString(plain);
    assertThat(addresses.https()).hasToString(secure);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0:9080", "192.0.2.1", "[::]:9080"})
  void parse_httpBeyondThisMachine_isRefused(String http) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WebAddresses.parse(http, ""))
        .withMessageContaining("is not this machine alone")
        .withMessageContaining("--https");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:0", "127.0.0.1:65500", "a b"})
  void parse_portOrAddressThatIsNone_isRefused(String http) {
    assertThatIllegalArgumentException().isThrownBy(() -> WebAddresses.parse(http, ""));
  }
}
