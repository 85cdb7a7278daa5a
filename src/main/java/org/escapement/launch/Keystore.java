package org.escapement.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The server's keystore with a certificate of its own, and its password in {@code server.env},
 * which only its user can read. Both are made once for each server.
 *
 * <p>The server could make the keystore itself, but it then opens its TLS sockets only when that
 * happens to be done first.
 */
final class Keystore {

  private static final String VARIABLE = "keystore_password";
  private static final int BYTES = 24;

  private final Path environment;
  private final Path store;

  /** The one of a server's folder. */
  Keystore(Path server) {
    this.environment = server.resolve("server.env");
    this.store = server.resolve("resources/security/key.p12");
  }

  /** Makes it, unless it is there or the server's user has an environment of his own. */
  void provide() throws IOException {
    if (Files.exists(environment)) {
      return;
    }
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    Files.createFile(
        environment,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(environment, VARIABLE + '=' + password + '\n', UTF_8);
    if (!Files.exists(store)) {
      make(password);
    }
  }

  /**
   * By the JDK's keytool, which gets the password in its environment, where nobody else sees it.
   */
  private void make(String password) throws IOException {
    Files.createDirectories(store.getParent());
    ProcessBuilder keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "default",
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-validity",
                "365",
                "-dname",
                "CN=localhost,OU=escapement",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass:env",
                VARIABLE)
            .redirectErrorStream(true);
    keytool.environment().put(VARIABLE, password);
    Process process = keytool.start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException("keytool cannot make " + store + ": " + output.strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while keytool made " + store, e);
    }
    Files.setPosixFilePermissions(store, PosixFilePermissions.fromString("rw-------"));
  }
}
