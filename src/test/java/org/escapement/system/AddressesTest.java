package org.escapement.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.escapement.log.Records;
import org.escapement.log.Threshold;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  private final Records records = new Records("org.escapement.system");
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @BeforeEach
  void threshold() {
    new Threshold().apply(2);
  }

  @AfterEach
  void close() {
    records.close();
    threads.shutdownNow();
  }

  private static List<InetAddress> addresses(String... texts) throws Exception {
    InetAddress[] addresses = new InetAddress[texts.length];
    for (int i = 0; i < texts.length; i++) {
      addresses[i] = InetAddress.getByName(texts[i]);
    }
    return List.of(addresses);
  }

  @Test
  void namesOfAddresses_areFoundEachOnce() throws Exception {
    ReverseNames names =
        new ReverseNames(
            a -> a.getHostAddress().startsWith("10.") ? "sip.example" : a.getHostAddress(),
            threads,
            LONG);

    assertThat(names.of(addresses("10.0.0.1", "192.0.2.1", "10.0.0.2")))
        .containsExactly("sip.example");
    assertThat(records.lines())
        .containsExactly(
            "INFO ESC002031: auto_aliases: sip.example is myself, too, as the name of 10.0.0.1");
  }

  @Test
  void nameServiceThatHangs_holdsNobodyUp() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    ReverseNames names =
        new ReverseNames(
            address -> {
              if (address.getHostAddress().equals("10.0.0.2")) {
                awaitForever(never);
              }
              return "sip.example";
            },
            threads,
            Duration.ofSeconds(1));

    assertThat(names.of(addresses("10.0.0.1", "10.0.0.2"))).containsExactly("sip.example");
    assertThat(records.lines())
        .first()
        .asString()
        .startsWith("WARNING ESC002032: auto_aliases: the name service did not answer within")
        .contains("for 10.0.0.2;");
  }

  private static void awaitForever(CountDownLatch never) {
    try {
      never.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void nameServiceThatFails_leavesTheOthers() throws Exception {
    ReverseNames names =
        new ReverseNames(
            address -> {
              if (address.getHostAddress().equals("10.0.0.1")) {
                throw new IllegalStateException("no answer");
              }
              return "sip.example";
            },
            threads,
            LONG);

    assertThat(names.of(addresses("10.0.0.1", "10.0.0.2"))).contains("sip.example");
  }

  @Test
  void ownAddresses_areThoseOfAllInterfaces() throws Exception {
    assertThat(ReverseNames.ownAddresses()).contains(InetAddress.getLoopbackAddress());
  }

  @ParameterizedTest
  @CsvSource({
    "c, 2001:db8:0:0:0:0:2:1, 2001:db8::2:1",
    "c, 2001:DB8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "c, 2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
    "c, 2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "c, 0:0:0:0:0:0:0:0, ::",
    "c, 0:0:0:0:0:0:0:1, ::1",
    "c, fe80:0:0:0:0:0:0:0, fe80::",
    "a, 2001:DB8::2:1, 2001:0db8:0000:0000:0000:0000:0002:0001",
    "A, 2001:db8::2:1, 2001:0DB8:0000:0000:0000:0000:0002:0001",
    "A, 192.0.2.1, 192.0.2.1"
  })
  void ipv6Address_isPrintedInItsStyle(String style, String address, String printed)
      throws Exception {
    assertThat(Ipv6Style.of(style).format(InetAddress.getByName(address))).isEqualTo(printed);
  }

  @Test
  void otherStyle_isAnError() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ipv6Style.of("b"))
        .withMessage("'b' is no style of IPv6 addresses; write a, A or c");
  }

  @Test
  void outboundAddressTowardsLoopback_isLoopback() throws Exception {
    InetAddress loopback = InetAddress.getLoopbackAddress();

    assertThat(OutboundAddress.towards(loopback)).isEqualTo(loopback);
  }
}
