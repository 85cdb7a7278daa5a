package org.escapement.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.escapement.login.Role;
import org.escapement.login.Users;

/**
 * The users of a run directory. The first start makes them, each with a password of its own: their
 * hashes are in {@code users}, and the passwords in {@code NAME.netrc}, which {@code curl
 * --netrc-file} reads. Only the owner can read these files; later starts leave them alone.
 */
final class Credentials {

  private static final String OWNER_ONLY = "rw-------";

  private final Path rundir;

  Credentials(Path rundir) {
    this.rundir = rundir;
  }

  /** The file of users, for the server. */
  Path users() {
    return rundir.resolve("users");
  }

  /**
   * Makes the users when there are none.
   *
   * @return the files with their passwords if they are new
   * @throws IOException if a file cannot be written
   */
  List<Path> prepare() throws IOException {
    if (Files.exists(users())) {
      return List.of();
    }
    Path operator = rundir.resolve("operator.netrc");
    Path viewer = rundir.resolve("viewer.netrc");
    String lines =
        "# NAME ROLE HASH; see docs/operating.md\n"
            + user("operator", Role.OPERATOR, operator)
            + user("viewer", Role.VIEWER, viewer);
    write(users(), lines);
    return List.of(operator, viewer);
  }

  private static String user(String name, Role role, Path file) throws IOException {
    String password = Users.newPassword();
    Files.deleteIfExists(file); // of users that are no more
    write(file, "default login " + name + " password " + password + '\n');
    return Users.line(name, role, password) + '\n';
  }

  /** The mode is given with the making, so that nobody reads it in between. */
  private static void write(Path file, String text) throws FileAlreadyExistsException, IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
    Files.writeString(file, text, UTF_8, StandardOpenOption.WRITE);
  }
}
