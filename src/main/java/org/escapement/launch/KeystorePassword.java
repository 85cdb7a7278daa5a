package org.escapement.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The password of the server's keystore: made once for each server, kept in its {@code server.env},
 * which only its user can read.
 */
final class KeystorePassword {

  private static final String VARIABLE = "keystore_password=";
  private static final int BYTES = 24;

  private KeystorePassword() {}

  /** Sees to it that a server's folder has one; one that is there is kept with its keystore. */
  static void provide(Path server) throws IOException {
    Path file = server.resolve("server.env");
    if (Files.exists(file)) {
      return;
    }
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    Files.writeString(file, VARIABLE + password + '\n', UTF_8);
  }
}
