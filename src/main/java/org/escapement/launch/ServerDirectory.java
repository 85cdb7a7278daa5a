package org.escapement.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lays out the folder that the server runs in: its configuration, made anew at each start, its logs
 * and its working files.
 */
final class ServerDirectory {

  static final String SERVER = "escapement";

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

  /** The certificate of its TLS sockets. */
  Path certificate() {
    return new Keystore(server()).certificate();
  }

  /** Takes the application out of the configuration of a running server, which then stops it. */
  void removeApplication() throws IOException {
    Files.writeString(server().resolve(ServerFiles.APPLICATION), "<server/>\n", UTF_8);
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
      ServerPlan plan,
      WebAddresses web,
      Map<String, String> variables) {
    try {
      Files.createDirectories(logs());
      Credentials credentials = new Credentials(rundir);
      newPasswords = credentials.prepare();
      Map<String, String> all = new HashMap<>(variables);
      all.put(ServerFiles.USERS, credentials.users().toString());
      new ServerFiles(home, server()).write(configuration, defines, plan, web, all);
    } catch (IOException e) {
      throw new LaunchException(
          "cannot write to the run directory "
              + rundir
              + ": "
              + ServerFiles.reason(e)
              + "; choose another with --rundir");
    }
  }
}
