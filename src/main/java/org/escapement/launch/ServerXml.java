package org.escapement.launch;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A plan in the words of the server's configuration. */
final class ServerXml {

  private static final String TLS = "tls";

  private final ServerPlan plan;

  ServerXml(ServerPlan plan) {
    this.plan = plan;
  }

  /** The file that overrides the project's server.xml. */
  String text() {
    StringBuilder xml = new StringBuilder("<server>\n");
    endpoints(xml);
    xml.append("  <variable name=\"escapement.sip.tasks\" value=\"")
        .append(plan.tasks())
        .append("\"/>\n");
    plan.pathMtu()
        .ifPresent(
            mtu ->
                xml.append("  <variable name=\"escapement.sip.mtu\" value=\"")
                    .append(mtu)
                    .append("\"/>\n"));
    if (plan.hasTls()) {
      xml.append("  <featureManager><feature>transportSecurity-1.0</feature></featureManager>\n");
    }
    return xml.append("</server>\n").toString();
  }

  /**
   * One SIP endpoint for each address, with the ports of its protocols; −1 opens none. Beside
   * others Open Liberty leaves the one named defaultSipEndpoint out.
   */
  private void endpoints(StringBuilder xml) {
    Map<String, List<Endpoint>> byAddress =
        plan.listens().stream()
            .collect(groupingBy(e -> e.uriHost() + ':' + group(e), LinkedHashMap::new, toList()));
    int number = 1;
    for (List<Endpoint> endpoints : byAddress.values()) {
      xml.append("  <sipEndpoint id=\"")
          .append(byAddress.size() == 1 ? "defaultSipEndpoint" : "sipEndpoint" + number)
          .append("\" host=\"")
          .append(attribute(endpoints.get(0).host()))
          .append("\" sipUDPPort=\"")
          .append(port(endpoints, "udp"))
          .append("\" sipTCPPort=\"")
          .append(port(endpoints, "tcp"))
          .append("\" sipTLSPort=\"")
          .append(port(endpoints, TLS))
          .append(
              port(endpoints, TLS) < 0
                  ? "\"/>\n"
                  : "\"><sslOptions sslRef=\"defaultSSLConfig\"/></sipEndpoint>\n");
      number++;
    }
  }

  /** TLS goes with the port below it, as 5061 with 5060. */
  private static int group(Endpoint endpoint) {
    return endpoint.protocol().equals(TLS) ? endpoint.port() - 1 : endpoint.port();
  }

  private static int port(List<Endpoint> endpoints, String protocol) {
    return endpoints.stream()
        .filter(e -> e.protocol().equals(protocol))
        .findFirst()
        .map(Endpoint::port)
        .orElse(-1);
  }

  private static String attribute(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
