package org.escapement.variable;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import javax.servlet.sip.Address;
import javax.servlet.sip.Proxy;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipURI;
import javax.servlet.sip.URI;
import org.escapement.StandIn;

/** Messages without a container: an INVITE, and the reply to it. */
final class FakeMessages {

  private FakeMessages() {}

  static SipServletRequest invite() {
    return StandIn.of(SipServletRequest.class, new Invite());
  }

  static SipServletResponse busy(SipServletRequest request) {
    return StandIn.of(SipServletResponse.class, new Busy(request));
  }

  static SipURI uri(String user, String host, int port, String text) {
    return StandIn.of(SipURI.class, new Uri(user, host, port, text));
  }

  /** What both have; public, as a stand-in calls it. */
  public abstract static class Message {
    final Map<String, List<String>> headers = new LinkedHashMap<>();
    private final Map<String, Object> attributes = new HashMap<>();

    Message() {
      header("Via", "SIP/2.0/UDP 127.0.0.1:5170;branch=z9hG4bK-1;rport");
      header("From", "\"Bob Smith\" <sip:bob@biloxi.com:5070;x=y>;tag=abc;p=q");
      header("To", "Alice <sip:alice@atlanta.com>");
      header("Call-ID", "call-1@host");
      header("CSeq", "17 INVITE");
      header("Contact", "<sip:bob@127.0.0.1:5170>;expires=60");
      header("Max-Forwards", "70");
      header("User-Agent", "Tester 1.0");
      header("X", "one", "two", "three");
      header("Sp", "  spaced out  ");
      header("P", "a=1;b=\"two words\";c");
      header("P2", "a=1&b=2");
      header("Q", "it's \"q\" \\ back");
      header("Content-Type", "text/plain");
      header("Content-Length", "5");
    }

    void header(String name, String... bodies) {
      headers.put(name, List.of(bodies));
    }

    public String getMethod() {
      return "INVITE";
    }

    public String getProtocol() {
      return "SIP/2.0";
    }

    public String getCallId() {
      return "call-1@host";
    }

    public String getHeader(String name) {
      List<String> bodies = headers.get(name);
      return bodies == null ? null : bodies.get(0);
    }

    public ListIterator<String> getHeaders(String name) {
      return new ArrayList<>(headers.getOrDefault(name, List.of())).listIterator();
    }

    public Iterator<String> getHeaderNames() {
      return headers.keySet().iterator();
    }

    public Address getAddressHeader(String name) {
      return headers.containsKey(name)
          ? address(null, uri("", "192.0.2.7", 5060, "sip:192.0.2.7:5060;lr"), Map.of())
          : null;
    }

    public Address getFrom() {
      return address(
          "Bob Smith",
          uri("bob", "biloxi.com", 5070, "sip:bob@biloxi.com:5070;x=y"),
          Map.of("tag", "abc"));
    }

    public Address getTo() {
      return address("Alice", uri("alice", "atlanta.com", -1, "sip:alice@atlanta.com"), Map.of());
    }

    public String getRemoteAddr() {
      return "127.0.0.1";
    }

    public int getRemotePort() {
      return 5170;
    }

    public String getLocalAddr() {
      return "127.0.0.1";
    }

    public int getLocalPort() {
      return 5160;
    }

    public String getTransport() {
      return "UDP";
    }

    public String getContentType() {
      return "text/plain";
    }

    public int getContentLength() {
      return 5;
    }

    public byte[] getRawContent() {
      return "hello".getBytes(UTF_8);
    }

    public Object getAttribute(String name) {
      return attributes.get(name);
    }

    public void setAttribute(String name, Object value) {
      attributes.put(name, value);
    }

    private static Address address(String name, URI uri, Map<String, String> parameters) {
      return StandIn.of(Address.class, new NameAddress(name, uri, parameters));
    }
  }

  /** The request. */
  public static final class Invite extends Message {
    public URI getRequestURI() {
      return uri(
          "alice",
          "example.com",
          5080,
          "sip:alice:pw@example.com:5080;transport=udp;user=phone;lr?Subject=hi&b=c");
    }
  }

  /** The reply. */
  public static final class Busy extends Message {
    private final SipServletRequest request;

    Busy(SipServletRequest request) {
      this.request = request;
      header("Route", "<sip:192.0.2.7:5060;lr>");
    }

    public SipServletRequest getRequest() {
      return request;
    }

    public Proxy getProxy() {
      return null;
    }

    public int getStatus() {
      return 486;
    }

    public String getReasonPhrase() {
      return "Busy Here";
    }
  }

  /** A SIP URI. */
  public record Uri(String getUser, String getHost, int getPort, String text) {
    @Override
    public String toString() {
      return text;
    }
  }

  /** A name and its URI. */
  public record NameAddress(String getDisplayName, URI getURI, Map<String, String> parameters) {
    public String getParameter(String name) {
      return parameters.get(name);
    }
  }
}
