package org.escapement.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.escapement.login.Login;
import org.escapement.login.Login.Result;
import org.escapement.login.Role;
import org.escapement.login.Users;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {

  @TempDir private Path rundir;

  @Test
  void firstStart_makesUsersWhoCanLogIn_forTheOwnerAlone() throws IOException {
    Credentials credentials = new Credentials(rundir);

    List<Path> made = credentials.prepare();

    assertThat(made)
        .containsExactly(rundir.resolve("operator.netrc"), rundir.resolve("viewer.netrc"));
    try (var files = Files.list(rundir)) {
      assertThat(files)
          .hasSize(3)
          .allSatisfy(
              file ->
                  assertThat(Files.getPosixFilePermissions(file))
                      .isEqualTo(PosixFilePermissions.fromString("rw-------")));
    }
    String[] words = Files.readString(made.get(0)).strip().split(" ", -1);
    assertThat(words).hasSize(5).startsWith("default", "login", "operator", "password");
    assertThat(credentials.users()).content().doesNotContain(words[4]);
    assertThat(
            new Login(Users.read(credentials.users()), System::nanoTime)
                .attempt("operator", words[4], "here"))
        .isEqualTo(new Result.Granted(Role.OPERATOR));
  }

  @Test
  void laterStart_leavesThemAlone() throws IOException {
    Credentials credentials = new Credentials(rundir);
    credentials.prepare();
    String before = Files.readString(credentials.users());

    assertThat(credentials.prepare()).isEmpty();
    assertThat(credentials.users()).content().isEqualTo(before);
  }

  @Test
  void usersTakenAway_areMadeAnewWithOtherPasswords() throws IOException {
    Credentials credentials = new Credentials(rundir);
    String before = Files.readString(credentials.prepare().get(0));
    Files.delete(credentials.users());

    assertThat(credentials.prepare().get(0)).content().isNotEqualTo(before);
  }
}
