package org.escapement.routing;

import java.util.Map;
import javax.servlet.sip.SipURI;
import org.escapement.StandIn;

/** The script of a SIP URI that is only read. */
public record FakeSipUri(String user, String host, int port, Map<String, String> parameters) {

  static SipURI of(String host, int port) {
    return of("", host, port, Map.of());
  }

  static SipURI of(String user, String host, int port, Map<String, String> parameters) {
    return StandIn.of(SipURI.class, new FakeSipUri(user, host, port, parameters));
  }

  public String getUser() {
    return user.isEmpty() ? null : user;
  }

  public String getHost() {
    return host;
  }

  public int getPort() {
    return port;
  }

  public String getTransportParam() {
    return parameters.get("transport");
  }

  public String getMAddrParam() {
    return parameters.get("maddr");
  }

  public String getUserParam() {
    return parameters.get("user");
  }

  @Override
  public String toString() {
    return "sip:" + (user.isEmpty() ? "" : user + '@') + host + (port < 0 ? "" : ":" + port);
  }
}
