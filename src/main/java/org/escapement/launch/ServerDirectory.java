package org.escapement.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Lays out the folder that the server runs in: its configuration, made anew at each start, its logs
 * and its working files.
 */
final class ServerDirectory {

  static final String SERVER = "escapement";
  private static final String APPLICATION = "application.xml";

  private final Path home;
  private final Path rundir;

  /**
   * Names the folders; nothing is written yet.
   *
   * @param home where the project is
   * @param rundir where the server runs; made when missing
   */
  ServerDirectory(Path home, Path rundir) {
    this.home = home;
    this.rundir = rundir.toAbsolutePath().normalize();
  }

  Path installation() {
    return home.resolve("target/liberty/wlp");
  }

  Path logs() {
    return rundir.resolve("logs");
  }

  Path user() {
    return rundir.resolve("usr");
  }

  private Path server() {
    return user().resolve("servers").resolve(SERVER);
  }

  /** Takes the application out of the configuration of a running server, which then stops it. */
  void removeApplication() throws IOException {
    Files.writeString(server().resolve(APPLICATION), "<server/>\n", UTF_8);
  }

  /**
   * Writes the server's configuration.
   *
   * @throws LaunchException if the folder cannot be written
   */
  void write(
      Path configuration, Map<String, String> defines, List<Endpoint> listens, Endpoint http) {
    Path server = server();
    try {
      Path overrides = server.resolve("configDropins/overrides");
      Files.createDirectories(overrides);
      Files.createDirectories(logs());
      for (String file : List.of("server.xml", APPLICATION, "jvm.options")) {
        Files.copy(
            home.resolve("src/main/liberty/config").resolve(file),
            server.resolve(file),
            StandardCopyOption.REPLACE_EXISTING);
      }
      Files.writeString(overrides.resolve("listen.xml"), listenXml(listens), UTF_8);
      writeProperties(
          server.resolve("bootstrap.properties"), bootstrap(configuration, defines, http));
    } catch (IOException | UncheckedIOException e) {
      throw new LaunchException(
          "cannot write to the run directory "
              + rundir
              + ": "
              + e.getMessage()
              + "; choose another with --rundir");
    }
  }

  private Map<String, String> bootstrap(
      Path configuration, Map<String, String> defines, Endpoint http) {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("escapement.war", home.resolve("target/escapement.war").toString());
    properties.put("escapement.config", configuration.toAbsolutePath().toString());
    properties.put("escapement.http.host", http.host());
    properties.put("escapement.http.port", Integer.toString(http.port()));
    defines.forEach((name, value) -> properties.put("escapement.define." + name, value));
    return properties;
  }

  private static void writeProperties(Path file, Map<String, String> values) throws IOException {
    Properties properties = new Properties();
    properties.putAll(values);
    try (var out = Files.newBufferedWriter(file, UTF_8)) {
      properties.store(out, "Written by ./run at each start");
    }
  }

  /**
   * One SIP endpoint for each address, with the ports of its protocols; a port of −1 is not opened.
   */
  static String listenXml(List<Endpoint> listens) {
    Map<String, List<Endpoint>> pairs = new LinkedHashMap<>();
    listens.forEach(
        e ->
            pairs.merge(
                e.host() + ' ' + e.port(), List.of(e), (a, b) -> List.of(a.get(0), b.get(0))));
    StringBuilder xml = new StringBuilder("<server>\n");
    int number = 0;
    for (List<Endpoint> pair : pairs.values()) {
      String id = number == 0 ? "defaultSipEndpoint" : "sipEndpoint" + number;
      xml.append("  <sipEndpoint id=\"%s\" host=\"%s\" ".formatted(id, pair.get(0).host()));
      xml.append(
          List.of("udp", "tcp").stream()
              .map(
                  p ->
                      "sip"
                          + p.toUpperCase(java.util.Locale.ROOT)
                          + "Port=\""
                          + portOf(pair, p)
                          + '"')
              .collect(joining(" ")));
      xml.append(" sipTLSPort=\"-1\"/>\n");
      number++;
    }
    return xml.append("</server>\n").toString();
  }

  private static int portOf(List<Endpoint> pair, String protocol) {
    return pair.stream()
        .filter(e -> e.protocol().equals(protocol))
        .findFirst()
        .map(Endpoint::port)
        .orElse(-1);
  }
}
