package org.escapement.launch;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Where the web server listens.
 *
 * @param http without TLS, for this machine alone
 * @param https with TLS
 */
record WebAddresses(Endpoint http, Endpoint https) {

  private static final int HTTP_PORT = 9080;
  private static final int HTTPS_ABOVE_HTTP = 363;

  /**
   * Reads the addresses of the command line.
   *
   * @param http {@code [ADDR:]PORT} or {@code ADDR}
   * @param https the same; empty for the host of the other and the port that is as far above its as
   *     9443 is above 9080
   * @throws IllegalArgumentException if one is no address, or passwords would leave this machine
   *     unencrypted
   */
  static WebAddresses parse(String http, String https) {
    Endpoint plain = parse(http, "http", "127.0.0.1", HTTP_PORT);
    if (!isLoopback(plain.host())) {
      throw new IllegalArgumentException(
          "'"
              + http
              + "' is not this machine alone, and without TLS anybody on the way can read passwords;"
              + " listen there by --https "
              + plain.uriHost()
              + ":9443");
    }
    return new WebAddresses(
        plain, parse(https, "https", plain.uriHost(), plain.port() + HTTPS_ABOVE_HTTP));
  }

  private static Endpoint parse(String text, String protocol, String host, int port) {
    String address = text.isEmpty() ? Integer.toString(port) : text;
    return Endpoint.parse(
        address.matches("[0-9]{1,5}") ? host + ':' + address : address, protocol, port);
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
