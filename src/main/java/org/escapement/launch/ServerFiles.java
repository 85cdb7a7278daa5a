package org.escapement.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import org.escapement.system.JvmOptions;

/**
 * The files that tell a server what it must do, for {@code ./run} or for a server in production.
 */
final class ServerFiles {

  static final String APPLICATION = "application.xml";

  /** The server variable with the file of users. */
  static final String USERS = "escapement.users";

  private static final String JVM_OPTIONS = "jvm.options";

  private final Path home;
  private final Path server;

  /**
   * Names the folders; nothing is written yet.
   *
   * @param home where the project is
   * @param server the server's folder; made when missing
   */
  ServerFiles(Path home, Path server) {
    this.home = home;
    this.server = server;
  }

  /**
   * Writes them anew, but for the keystore, which stays.
   *
   * @param variables of the server, beside those of the configuration
   */
  void write(
      Path configuration,
      Map<String, String> defines,
      ServerPlan plan,
      WebAddresses web,
      Map<String, String> variables)
      throws IOException {
    Path overrides = server.resolve("configDropins/overrides");
    Files.createDirectories(overrides);
    Path templates = home.resolve("src/main/liberty/config");
    for (String file : List.of("server.xml", APPLICATION)) {
      Files.copy(
          templates.resolve(file), server.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    Files.write(
        server.resolve(JVM_OPTIONS),
        JvmOptions.apply(Files.readAllLines(templates.resolve(JVM_OPTIONS)), plan.parameters()));
    Files.writeString(overrides.resolve("listen.xml"), new ServerXml(plan).text(), UTF_8);
    new Keystore(server).provide();
    Map<String, String> bootstrap = bootstrap(configuration, defines, web);
    bootstrap.putAll(variables);
    writeProperties(server.resolve("bootstrap.properties"), bootstrap);
  }

  private Map<String, String> bootstrap(
      Path configuration, Map<String, String> defines, WebAddresses web) {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("escapement.war", home.resolve("target/escapement.war").toString());
    properties.put("escapement.config", configuration.toAbsolutePath().toString());
    properties.put("escapement.http.host", web.http().host());
    properties.put("escapement.http.port", Integer.toString(web.http().port()));
    properties.put("escapement.https.host", web.https().host());
    properties.put("escapement.https.port", Integer.toString(web.https().port()));
    defines.forEach((name, value) -> properties.put("escapement.define." + name, value));
    return properties;
  }

  private static void writeProperties(Path file, Map<String, String> values) throws IOException {
    Properties properties = new Properties();
    properties.putAll(values);
    try (var out = Files.newOutputStream(file)) { // a stream: the format is Latin-1 with escapes
      properties.store(out, "Written by ./run");
    }
  }

  /** The file system's exceptions say no more than the path in their message. */
  static String reason(IOException e) {
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
}
