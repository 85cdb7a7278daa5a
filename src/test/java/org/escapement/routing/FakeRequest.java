package org.escapement.routing;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import javax.servlet.sip.Proxy;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipSession;
import javax.servlet.sip.URI;
import org.escapement.StandIn;

/** The script of a request: records its answers, and where it is sent. */
public final class FakeRequest {

  final List<String> answers = new ArrayList<>();
  final List<String> targets = new ArrayList<>();
  final Map<String, List<String>> headers = new HashMap<>();
  final Map<String, Object> attributes = new HashMap<>();
  URI requestUri = FakeSipUri.of("bob", "example.com", -1, Map.of());
  String callId = "c1";
  boolean initial = true;
  int expires = 3;

  private final String method;
  private final SipServletRequest request = StandIn.of(SipServletRequest.class, this);

  /** An initial request from 192.0.2.7 to sip:bob@example.com. */
  public FakeRequest(String method) {
    this.method = method;
  }

  /** What routes see of it. */
  public SipServletRequest request() {
    return request;
  }

  /** Sets all lines of a header. */
  public void put(String name, List<String> values) {
    headers.put(name, values);
  }

  /** A reply to this request, as it is received. */
  SipServletResponse reply(int status, boolean proxied, boolean ofBranch) {
    return StandIn.of(SipServletResponse.class, new Reply(status, proxied, ofBranch));
  }

  public String getMethod() {
    return method;
  }

  public String getCallId() {
    return callId;
  }

  public boolean isInitial() {
    return initial;
  }

  public boolean isCommitted() {
    return !answers.isEmpty();
  }

  public URI getRequestURI() {
    return requestUri;
  }

  public String getRemoteAddr() {
    return "192.0.2.7";
  }

  public int getRemotePort() {
    return 5066;
  }

  public String getLocalAddr() {
    return "192.0.2.1";
  }

  public int getLocalPort() {
    return 5060;
  }

  public ListIterator<String> getHeaders(String name) {
    return headers.getOrDefault(name, List.of("one")).listIterator();
  }

  public String getHeader(String name) {
    return headers.containsKey(name) ? headers.get(name).get(0) : null;
  }

  public void setHeader(String name, String value) {
    headers.put(name, List.of(value));
  }

  public Object getAttribute(String name) {
    return attributes.get(name);
  }

  public void setAttribute(String name, Object value) {
    attributes.put(name, value);
  }

  public SipSession getSession() {
    return StandIn.of(SipSession.class, new Dialog());
  }

  public SipSession getSession(boolean create) {
    return getSession();
  }

  public SipApplicationSession getApplicationSession() {
    return StandIn.of(SipApplicationSession.class, new Session());
  }

  public Proxy getProxy(boolean create) {
    return StandIn.of(Proxy.class, new Sending());
  }

  public SipServletResponse createResponse(int status) {
    return createResponse(status, "");
  }

  public SipServletResponse createResponse(int status, String reason) {
    return StandIn.of(SipServletResponse.class, new Answer(status, reason));
  }

  @Override
  public String toString() {
    return method + ' ' + callId;
  }

  /** The script of the session, which has the same attributes. */
  public final class Dialog {
    public Object getAttribute(String name) {
      return attributes.get("session " + name);
    }

    public void setAttribute(String name, Object value) {
      attributes.put("session " + name, value);
    }

    public void removeAttribute(String name) {
      attributes.remove("session " + name);
    }

    public boolean isValid() {
      return true;
    }
  }

  /** The script of the application session. */
  public final class Session {
    public int setExpires(int minutes) {
      expires = minutes;
      return minutes;
    }
  }

  /** The script of the proxy. */
  public final class Sending {
    public void setRecordRoute(boolean value) {}

    public void setSupervised(boolean value) {}

    public void setParallel(boolean value) {}

    public void setOutboundInterface(InetAddress address) {
      targets.add("from " + address.getHostAddress());
    }

    public void proxyTo(URI target) {
      targets.add(target.toString());
    }

    public void proxyTo(List<? extends URI> all) {
      all.forEach(this::proxyTo);
    }

    public SipServletRequest getOriginalRequest() {
      return request;
    }
  }

  /** The script of an answer, recorded when it is sent. */
  public final class Answer {
    private final int status;
    private final String reason;
    private final Map<String, String> set = new java.util.TreeMap<>();

    Answer(int status, String reason) {
      this.status = status;
      this.reason = reason;
    }

    public String getHeader(String name) {
      return set.get(name);
    }

    public void setHeader(String name, String value) {
      set.put(name, value);
    }

    public void addHeader(String name, String value) {
      set.put(name, value);
    }

    public void send() {
      StringBuilder text = new StringBuilder((status + " " + reason).strip());
      set.forEach((name, value) -> text.append('|').append(name).append(": ").append(value));
      answers.add(text.toString());
    }
  }

  /** The script of a reply that is received. */
  public final class Reply {
    private final int status;
    private final boolean proxied;
    private final boolean ofBranch;

    Reply(int status, boolean proxied, boolean ofBranch) {
      this.status = status;
      this.proxied = proxied;
      this.ofBranch = ofBranch;
    }

    public int getStatus() {
      return status;
    }

    public String getMethod() {
      return method;
    }

    public String getCallId() {
      return callId;
    }

    public String getRemoteAddr() {
      return "192.0.2.9";
    }

    public boolean isBranchResponse() {
      return ofBranch;
    }

    public Proxy getProxy() {
      return proxied ? StandIn.of(Proxy.class, new Sending()) : null;
    }

    public SipServletRequest getRequest() {
      return request;
    }

    public ListIterator<String> getHeaders(String name) {
      return FakeRequest.this.getHeaders(name);
    }

    public String getHeader(String name) {
      return FakeRequest.this.getHeader(name);
    }

    @Override
    public String toString() {
      return status + " " + method;
    }
  }
}
