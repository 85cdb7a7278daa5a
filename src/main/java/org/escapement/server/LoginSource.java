package org.escapement.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.enterprise.context.ApplicationScoped;
import javax.enterprise.inject.Produces;
import javax.inject.Inject;
import org.eclipse.microprofile.config.Config;
import org.escapement.login.Login;
import org.escapement.login.Users;
import org.jspecify.annotations.Nullable;

/** Reads who may log in from the file that the server variable {@value #FILE} names. */
@ApplicationScoped
public class LoginSource {

  static final String FILE = "escapement.users";

  @Inject private Config config;
  private @Nullable Login login;

  /** The one log-in of the application. */
  @Produces
  synchronized Login login() {
    Login present = login;
    if (present == null) {
      present = new Login(users(), System::nanoTime);
      login = present;
    }
    return present;
  }

  /** A file that cannot be read lets nobody in: the server's calls go on. */
  private Users users() {
    Optional<String> file = config.getOptionalValue(FILE, String.class);
    if (file.isEmpty()) {
      ServerLog.LOG.noUsers(FILE);
      return Users.none();
    }
    try {
      return Users.read(Path.of(file.get()));
    } catch (IOException | IllegalArgumentException e) {
      ServerLog.LOG.usersUnread(file.get(), e.toString());
      return Users.none();
    }
  }
}
