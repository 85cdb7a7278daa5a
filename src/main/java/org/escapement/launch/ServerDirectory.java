package org.escapement.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
  private List<Path> newPasswords = List.of();

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

  /** The files with passwords that {@link #write} made. */
  List<Path> newPasswords() {
    return newPasswords;
  }

  /** Where the server runs. */
  Path rundir() {
    return rundir;
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
   * @param variables of the server, beside those of the configuration
   * @throws LaunchException if the folder cannot be written
   */
  void write(
      Path configuration,
      Map<String, String> defines,
      List<Endpoint> listens,
      Endpoint http,
      Map<String, String> variables) {
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
      Map<String, String> bootstrap = bootstrap(configuration, defines, http);
      bootstrap.putAll(variables);
      Credentials credentials = new Credentials(rundir);
      newPasswords = credentials.prepare();
      bootstrap.put("escapement.users", credentials.users().toString());
      writeProperties(server.resolve("bootstrap.properties"), bootstrap);
    } catch (IOException e) {
      throw new LaunchException(
          "cannot write to the run directory "
              + rundir
              + ": "
              + reason(e)
              + "; choose another with --rundir");
    }
  }

  /** The file system's exceptions say no more than the path in their message. */
  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "no permission for " + e.getMessage();
    }
    if (e instanceof NoSuchFileException) {
      return "there is no " + e.getMessage();
    }
    return e instanceof FileAlreadyExistsException
        ? e.getMessage() + " is no folder"
        : e.toString();
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
    try (var out = Files.newOutputStream(file)) { // a stream: the format is Latin-1 with escapes
      properties.store(out, "Written by ./run at each start");
    }
  }

  /**
   * One SIP endpoint for each address, with the ports of its protocols; a port of −1 is not opened.
   */
  static String listenXml(List<Endpoint> listens) {
    Map<String, List<Endpoint>> byAddress =
        listens.stream()
            .collect(groupingBy(e -> e.uriHost() + ':' + e.port(), LinkedHashMap::new, toList()));
    StringBuilder xml = new StringBuilder("<server>\n");
    int number = 0;
    for (List<Endpoint> endpoints : byAddress.values()) {
      xml.append("  <sipEndpoint id=\"")
          .append(number == 0 ? "defaultSipEndpoint" : "sipEndpoint" + number)
          .append("\" host=\"")
          .append(attribute(endpoints.get(0).host()))
          .append("\" sipUDPPort=\"")
          .append(port(endpoints, "udp"))
          .append("\" sipTCPPort=\"")
          .append(port(endpoints, "tcp"))
          .append("\" sipTLSPort=\"-1\"/>\n");
      number++;
    }
    return xml.append("</server>\n").toString();
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
