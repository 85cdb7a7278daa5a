package org.escapement.launch;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/**
 * The server's keystore with a certificate of its own, and its password in {@code server.env},
 * which only its user can read. Both are made once for each server.
 *
 * <p>The server could make the keystore itself, but it then opens its TLS sockets only when that
 * happens to be done first.
 */
final class Keystore {

  private static final String VARIABLE = "keystore_password";
  private static final String ALIAS = "default";
  private static final String OWNER_ONLY = "rw-------";
  private static final int BYTES = 24;

  private final Path environment;
  private final Path folder;
  private final Path store;

  /** The one of a server's folder. */
  Keystore(Path server) {
    this.environment = server.resolve("server.env");
    this.folder = server.resolve("resources/security");
    this.store = folder.resolve("key.p12");
  }

  /** The certificate alone, which clients may trust; no secret. */
  Path certificate() {
    return folder.resolve("certificate.pem");
  }

  /** Makes it, unless it is there or the server's user has an environment of his own. */
  void provide() throws IOException {
    if (Files.exists(environment)) {
      return;
    }
    if (Files.exists(store)) {
      throw new IOException(
          store + " is there, but not its password: write " + VARIABLE + "=… to " + environment);
    }
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    make(password);
    Files.createFile(
        environment,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
    Files.writeString(environment, VARIABLE + '=' + password + '\n', UTF_8);
  }

  private void make(String password) throws IOException {
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    keytool(password);
    Files.setPosixFilePermissions(store, PosixFilePermissions.fromString(OWNER_ONLY));
    try {
      var made = KeyStore.getInstance(store.toFile(), password.toCharArray()).getCertificate(ALIAS);
      String base64 =
          Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(made.getEncoded());
      Files.writeString(
          certificate(),
          "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n",
          US_ASCII);
    } catch (GeneralSecurityException e) {
      throw new IOException("cannot read " + store, e);
    }
  }

  /** The JDK's, which gets the password in its environment, where nobody else sees it. */
  private void keytool(String password) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            ALIAS,
            "-keyalg",
            "RSA",
            "-keysize",
            "2048",
            "-validity", // in days: nobody renews it
            "3650",
            "-dname",
            "CN=localhost,OU=escapement",
            "-ext",
            "san=dns:localhost,ip:127.0.0.1,ip:::1" + ownName(),
            "-storetype",
            "PKCS12",
            "-keystore",
            store.toString(),
            "-storepass:env",
            VARIABLE);
    ProcessBuilder keytool = new ProcessBuilder(command).redirectErrorStream(true);
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
  }

  /** This machine's, if a certificate can have it. */
  private static String ownName() {
    try {
      String name = InetAddress.getLocalHost().getHostName();
      return name.matches("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?") ? ",dns:" + name : "";
    } catch (UnknownHostException e) {
      return "";
    }
  }
}
