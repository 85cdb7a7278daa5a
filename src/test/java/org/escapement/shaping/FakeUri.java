package org.escapement.shaping;

import java.util.Map;
import java.util.TreeMap;
import javax.servlet.sip.SipURI;
import javax.servlet.sip.URI;
import org.escapement.StandIn;

/** The script of a SIP URI. */
public final class FakeUri {

  private final String user;
  private final Map<String, String> parameters;
  private boolean secure;
  private String host;
  private int port = -1;

  private FakeUri(String user, String host, Map<String, String> parameters) {
    this.user = user;
    this.host = host;
    this.parameters = new TreeMap<>(parameters);
  }

  static SipURI of(String user, String host) {
    return of(user, host, Map.of());
  }

  static SipURI of(String user, String host, Map<String, String> parameters) {
    return StandIn.of(SipURI.class, new FakeUri(user, host, parameters));
  }

  @Override
  public URI clone() {
    return of(user, host, parameters);
  }

  public String getUser() {
    return user;
  }

  public String getUserParam() {
    return parameters.get("user");
  }

  public String getHost() {
    return host;
  }

  public void setSecure(boolean newSecure) {
    secure = newSecure;
  }

  public void setHost(String newHost) {
    host = newHost;
  }

  public void setPort(int newPort) {
    port = newPort;
  }

  public void setTransportParam(String transport) {
    parameters.put("transport", transport);
  }

  public void removeParameter(String name) {
    parameters.remove(name);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(secure ? "sips:" : "sip:");
    text.append(user == null ? "" : user + '@').append(host).append(port < 0 ? "" : ":" + port);
    parameters.forEach((name, value) -> text.append(';').append(name).append('=').append(value));
    return text.toString();
  }
}
