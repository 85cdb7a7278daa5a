package org.escapement.routing;

import java.util.Locale;
import java.util.Optional;
import javax.servlet.sip.SipURI;
import javax.servlet.sip.TelURL;
import javax.servlet.sip.URI;
import org.jspecify.annotations.Nullable;

/**
 * {@code phone2tel}: a SIP URI with {@code user=phone} is the telephone number in its user part.
 * Immutable.
 *
 * @param phone2tel whether it is; else it is an ordinary SIP URI
 */
public record PhoneNumbers(boolean phone2tel) {

  /**
   * The telephone number that a URI stands for, without visual separators (RFC 3966, section
   * 5.1.1); empty if it stands for none.
   */
  public Optional<String> number(URI uri) {
    if (uri instanceof TelURL tel) {
      String number = tel.getPhoneNumber();
      boolean lacksPlus = tel.isGlobal() && !number.startsWith("+");
      return Optional.of(bare(lacksPlus ? '+' + number : number));
    }
    if (phone2tel
        && uri instanceof SipURI sip
        && sip.getUser() != null
        && "phone".equalsIgnoreCase(sip.getUserParam())) {
      return Optional.of(bare(sip.getUser()));
    }
    return Optional.empty();
  }

  /** The URI as tel URI, such as {@code tel:+49301234}; empty if it stands for no number. */
  public Optional<String> tel(URI uri) {
    return number(uri).map(number -> "tel:" + number);
  }

  /** The number that a URI stands for, else the user of a SIP URI; empty when there is neither. */
  public String user(URI uri) {
    Optional<String> number = number(uri);
    if (number.isPresent()) {
      return number.get();
    }
    @Nullable String user = uri instanceof SipURI sip ? sip.getUser() : null;
    return user == null ? "" : user;
  }

  /** Whether two URIs are the same: those of numbers by the number, others by their own rules. */
  public boolean same(URI one, URI other) {
    Optional<String> number = number(one);
    Optional<String> otherNumber = number(other);
    if (number.isPresent() || otherNumber.isPresent()) {
      return number.equals(otherNumber);
    }
    return one.equals(other);
  }

  /** Without separators, and without the parameters that a user part may carry. */
  private static String bare(String number) {
    int semicolon = number.indexOf(';');
    String alone = semicolon < 0 ? number : number.substring(0, semicolon);
    return alone.replaceAll("[-.()]", "").toLowerCase(Locale.ROOT);
  }
}
