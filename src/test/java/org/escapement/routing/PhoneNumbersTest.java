package org.escapement.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import javax.servlet.sip.SipURI;
import javax.servlet.sip.TelURL;
import org.escapement.StandIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneNumbersTest {

  private static final SipURI PHONE =
      FakeSipUri.of("+49-30.12(34);ext=5", "gw.example", -1, Map.of("user", "phone"));

  /** The script of a tel URI. */
  public record Tel(String number, boolean global) {
    public String getPhoneNumber() {
      return number;
    }

    public boolean isGlobal() {
      return global;
    }
  }

  private static TelURL tel(String number, boolean global) {
    return StandIn.of(TelURL.class, new Tel(number, global));
  }

  @ParameterizedTest
  @CsvSource({"1, +49301234, tel:+49301234", "0, +49-30.12(34);ext=5, "})
  void sipUriWithUserPhone_readsAsTel(int phone2tel, String user, String tel) {
    PhoneNumbers phones = new RoutingFixture("phone2tel=" + phone2tel, this).routing.phones();

    assertThat(phones.user(PHONE)).isEqualTo(user);
    assertThat(phones.tel(PHONE).orElse(null)).isEqualTo(tel);
  }

  @Test
  void sipUriWithUserPhone_comparesAsTel() {
    assertThat(new PhoneNumbers(true).same(PHONE, tel("49301234", true))).isTrue();
    assertThat(new PhoneNumbers(true).same(PHONE, tel("+49301235", true))).isFalse();
    assertThat(new PhoneNumbers(false).same(PHONE, tel("+49301234", true))).isFalse();
  }

  @Test
  void ordinarySipUri_isNoNumber() {
    SipURI uri = FakeSipUri.of("4930", "gw.example", -1, Map.of());

    assertThat(new PhoneNumbers(true).number(uri)).isEmpty();
    assertThat(new PhoneNumbers(true).user(uri)).isEqualTo("4930");
    assertThat(new PhoneNumbers(true).same(uri, uri)).isTrue();
  }
}
