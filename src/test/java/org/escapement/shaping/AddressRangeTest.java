package org.escapement.shaping;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

  @ParameterizedTest
  @CsvSource({
    "10.1.0.0/16, 10.1.255.255, true",
    "10.1.0.0/16, 10.2.0.0, false",
    "10.1.2.3/16, 10.1.9.9, true",
    "10.1.2.3, 10.1.2.3, true",
    "10.1.2.3, 10.1.2.2, false",
    "10.1.2.4/30, 10.1.2.7, true",
    "10.1.2.4/30, 10.1.2.8, false",
    "128.0.0.0/1, 255.0.0.1, true",
    "128.0.0.0/1, 127.255.255.255, false",
    "0.0.0.0/0, 203.0.113.9, true",
    "0.0.0.0/0, ::1, false",
    "::/0, 10.1.2.3, false",
    "2001:db8::/33, 2001:db8:7fff::1, true",
    "2001:db8::/33, 2001:db8:8000::1, false",
    "[2001:db8::1], 2001:DB8:0:0::1, true",
    "2001:db8::1, [2001:db8::1], true",
    "10.0.0.0/8, host.example, false",
    "10.0.0.0/8, '', false"
  })
  void contains(String range, String address, boolean expected) {
    assertThat(AddressRange.parse(range).orElseThrow().contains(address)).isEqualTo(expected);
  }

  /** 10.0.0.256 and the like are host names to the platform, which would ask DNS for them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/8",
        "10.1.0.0/33",
        "10.1.0.0/",
        "10.1.0.0/-1",
        "10.1.0.0/8/8",
        "10.1.0.0/0x8",
        "10.1.0.0/1000",
        "10.0.0.256",
        "999.0.0.1",
        "010.0.0.1",
        "10.1.2",
        "10.1.2.3.4",
        "::1/129",
        "1::2::3",
        ".:1",
        "g::1",
        "host",
        "localhost",
        "10.1.0.0 /8",
        "::ffff:10.0.0.256",
        "%",
        "["
      })
  void textThatIsNoRange_isNone(String text) {
    assertThat(AddressRange.parse(text)).isEmpty();
  }

  @Test
  void contains_agreesWithTheArithmeticOfNumbers() throws Exception {
    Random random = new Random(7);
    for (int round = 0; round < 2_000; round++) {
      byte[] network = new byte[random.nextBoolean() ? 4 : 16];
      random.nextBytes(network);
      int length = network.length * 8;
      int bits = random.nextInt(length + 1);
      BigInteger other = new BigInteger(1, network).flipBit(length - 1 - random.nextInt(length));
      byte[] address = new byte[network.length];
      byte[] digits = other.toByteArray();
      int count = Math.min(digits.length, address.length);
      System.arraycopy(digits, digits.length - count, address, address.length - count, count);

      AddressRange range =
          AddressRange.parse(InetAddress.getByAddress(network).getHostAddress() + '/' + bits)
              .orElseThrow();

      boolean expected =
          new BigInteger(1, network)
              .shiftRight(length - bits)
              .equals(new BigInteger(1, address).shiftRight(length - bits));
      assertThat(range.contains(InetAddress.getByAddress(address).getHostAddress()))
          .isEqualTo(expected);
    }
  }
}
