package org.escapement.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.servlet.sip.Address;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipSession;
import javax.servlet.sip.SipURI;
import javax.servlet.sip.URI;
import org.escapement.StandIn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnAddressTest {

  private final List<String> made = new ArrayList<>();

  /** The script of a factory: notes From and Contact. */
  public final class Factory {
    public SipURI createSipURI(String user, String host) {
      return StandIn.of(SipURI.class, new Uri(user, host));
    }

    public Address createAddress(URI uri) {
      return StandIn.of(Address.class, uri.toString());
    }

    public SipServletRequest createRequest(
        SipApplicationSession session, String method, URI from, URI to) {
      made.add("From " + from);
      return StandIn.of(SipServletRequest.class, new Request());
    }
  }

  /** The script of a URI that is made. */
  public static final class Uri {
    private final String text;
    private int port = -1;

    Uri(String user, String host) {
      this.text = "sip:" + user + '@' + host;
    }

    public void setPort(int newPort) {
      port = newPort;
    }

    @Override
    public String toString() {
      return text + (port < 0 ? "" : ":" + port);
    }
  }

  /** The script of the request that is made. */
  public final class Request {
    public void setAddressHeader(String name, Address address) {
      made.add(name + ' ' + address);
    }

    public String getHeader(String name) {
      return null;
    }

    public void setAttribute(String name, Object value) {}

    public boolean isValid() {
      return true;
    }

    public SipSession getSession() {
      return StandIn.of(SipSession.class, this);
    }

    public void setHeader(String name, String value) {
      made.add(name + ": " + value);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', 'From sip:me@10.0.0.1'",
    "'advertised_address=\"198.51.100.1\"',"
        + " 'From sip:me@198.51.100.1|Contact sip:me@198.51.100.1'",
    "'advertised_address=\"sip.example\" advertised_port=5080',"
        + " 'From sip:me@sip.example:5080|Contact sip:me@sip.example:5080'"
  })
  void ownRequest_namesTheAdvertisedAddress(String configuration, String expected) {
    RoutingFixture fixture = new RoutingFixture("server_signature=no\n" + configuration, this);
    fixture.routing.newRequest(
        StandIn.of(SipFactory.class, new Factory()),
        StandIn.of(SipApplicationSession.class, "session"),
        "OPTIONS",
        "me",
        "10.0.0.1",
        FakeSipUri.of("b", "h", -1, Map.of()));

    assertThat(String.join("|", made)).isEqualTo(expected);
  }
}
