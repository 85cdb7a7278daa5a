package org.escapement.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The users with their roles and hashed passwords, a line for each: {@code NAME ROLE HASH}. Empty
 * lines, and those that begin with {@code #}, say nothing. Immutable.
 */
public final class Users {

  private static final int SECRET_BYTES = 18;

  /** A user's role and password. */
  private record User(Role role, PasswordHash hash) {}

  /** Compared with when there is no such user, so that the time taken does not tell. */
  private static final PasswordHash NOBODY = PasswordHash.of("", new SecureRandom());

  private final Map<String, User> byName;

  private Users(Map<String, User> byName) {
    this.byName = byName;
  }

  /** No users: nobody can log in. */
  public static Users none() {
    return new Users(Map.of());
  }

  /**
   * Reads a file of users.
   *
   * @throws IOException if it cannot be read
   * @throws IllegalArgumentException if a line is wrong, with its place
   */
  public static Users read(Path file) throws IOException {
    Map<String, User> byName = new LinkedHashMap<>();
    int number = 0;
    for (String line : Files.readAllLines(file, UTF_8)) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      try {
        String[] parts = line.strip().split("\\s+", -1);
        if (parts.length != 3) {
          throw new IllegalArgumentException("write NAME ROLE HASH");
        }
        User user = new User(role(parts[1]), PasswordHash.parse(parts[2]));
        if (byName.putIfAbsent(parts[0], user) != null) {
          throw new IllegalArgumentException("there are two users named " + parts[0]);
        }
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(file + ":" + number + ": " + e.getMessage(), e);
      }
    }
    return new Users(byName);
  }

  private static Role role(String text) {
    for (Role role : Role.values()) {
      if (role.text().equals(text)) {
        return role;
      }
    }
    throw new IllegalArgumentException("'" + text + "' is no role: write viewer or operator");
  }

  /** A line of a file of users. */
  public static String line(String name, Role role, String password) {
    return String.format(
        Locale.ROOT, "%s %s %s", name, role.text(), PasswordHash.of(password, new SecureRandom()));
  }

  /** A new password that nobody can guess: 144 random bits in letters, digits, - and _. */
  public static String newPassword() {
    byte[] bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The role of a user whose password this is; takes as long when there is no such user. */
  Optional<Role> authenticate(String name, String password) {
    User user = byName.get(name);
    boolean right = (user == null ? NOBODY : user.hash()).matches(password);
    return user != null && right ? Optional.of(user.role()) : Optional.empty();
  }
}
