package org.escapement.shaping;

import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.servlet.sip.Address;
import javax.servlet.sip.Proxy;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipSession;
import javax.servlet.sip.URI;
import org.escapement.StandIn;

/** The script of an INVITE: records how it is answered and where it is sent, or refuses both. */
public final class FakeInvite {

  /** What happens to an INVITE that is sent on. */
  @FunctionalInterface
  interface Departure {
    void to(URI target) throws Exception;
  }

  final List<String> answers = new CopyOnWriteArrayList<>();
  URI requestUri = FakeUri.of("bob", "example.com");
  URI from = FakeUri.of("alice", "example.org");
  String remoteAddress = "192.0.2.1";
  Exception onGetProxy;
  Exception onAnswer;
  Error onErrorOfProxyTo;
  Departure onProxyTo = target -> {};

  private final String callId;
  private final SipServletRequest request = StandIn.of(SipServletRequest.class, this);
  private boolean recordRoute;
  private boolean supervised;

  FakeInvite(String callId) {
    this.callId = callId;
  }

  SipServletRequest request() {
    return request;
  }

  public String getCallId() {
    return callId;
  }

  public String getHeader(String name) {
    return name.equals("CSeq") ? "1 INVITE" : null;
  }

  public String getMethod() {
    return "INVITE";
  }

  public Object getAttribute(String name) {
    return null;
  }

  public SipSession getSession() {
    return StandIn.of(SipSession.class, new Session());
  }

  public SipSession getSession(boolean create) {
    return getSession();
  }

  public String getRemoteAddr() {
    return remoteAddress;
  }

  public URI getRequestURI() {
    return requestUri;
  }

  public Address getFrom() {
    return StandIn.of(Address.class, new From());
  }

  public Proxy getProxy(boolean create) throws Exception {
    fail(onGetProxy);
    return StandIn.of(Proxy.class, new Sending());
  }

  public SipServletResponse createResponse(int status) throws Exception {
    fail(onAnswer);
    return StandIn.of(SipServletResponse.class, new Answer(status));
  }

  @Override
  public String toString() {
    return callId;
  }

  private static void fail(Exception scripted) throws Exception {
    if (scripted != null) {
      throw scripted;
    }
  }

  /** The script of the From header. */
  public final class From {
    public URI getURI() {
      return from;
    }
  }

  /** The script of the INVITE's proxy. */
  public final class Sending {
    public void setRecordRoute(boolean value) {
      recordRoute = value;
    }

    public void setSupervised(boolean value) {
      supervised = value;
    }

    public void proxyTo(URI target) throws Exception {
      if (!recordRoute || !supervised) {
        throw new AssertionError("the proxy would not stay in the path of the dialog");
      }
      if (onErrorOfProxyTo != null) {
        throw onErrorOfProxyTo;
      }
      onProxyTo.to(target);
    }
  }

  /** The script of a response: recorded as {@code 503 Retry-After: 10} when it is sent. */
  public final class Answer {
    private final int status;
    private final TreeMap<String, String> headers = new TreeMap<>();

    Answer(int status) {
      this.status = status;
    }

    public void setHeader(String name, String value) {
      headers.put(name, value);
    }

    public void send() {
      StringBuilder text = new StringBuilder(Integer.toString(status));
      headers.forEach((name, value) -> text.append(' ').append(name).append(": ").append(value));
      answers.add(text.toString());
    }
  }

  /** Keeps nothing. */
  public static final class Session {

    public boolean isValid() {
      return true;
    }

    public Object getAttribute(String name) {
      return null;
    }

    public void setAttribute(String name, Object value) {}
  }
}
