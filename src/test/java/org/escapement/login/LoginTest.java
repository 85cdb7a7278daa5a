package org.escapement.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.escapement.login.Login.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTest {

  private static final String PASSWORD = Users.newPassword();
  private static final String LINE = Users.line("olga", Role.OPERATOR, PASSWORD);

  @TempDir private Path folder;
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5); // the clock may wrap
  private Login login;

  @BeforeEach
  void open() throws IOException {
    Path file = folder.resolve("users");
    Files.write(file, List.of("# users", "", LINE));
    login = new Login(Users.read(file), nanos::get);
  }

  @Test
  void rightPassword_isGranted_andKnownAgain() {
    for (int i = 0; i < 3; i++) {
      assertThat(login.attempt("olga", PASSWORD, "a")).isEqualTo(new Result.Granted(Role.OPERATOR));
    }
    assertThat(Role.OPERATOR.names()).containsExactlyInAnyOrder("viewer", "operator");
  }

  @Test
  void requestsOfOneUserThatComeTogether_areAllGranted() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<Result> attempt = () -> login.attempt("olga", PASSWORD, "a");
      for (Future<Result> result : threads.invokeAll(Collections.nCopies(8, attempt))) {
        assertThat(result.get()).isEqualTo(new Result.Granted(Role.OPERATOR));
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void wrongPasswords_lockThatAddressForAWhile() {
    for (int i = 1; i < Lockout.MOST_FAILURES; i++) {
      assertThat(login.attempt("olga", "wrong", "a")).isEqualTo(new Result.Denied(false));
    }
    assertThat(login.attempt("olga", "wrong", "a")).isEqualTo(new Result.Denied(true));

    assertThat(login.attempt("olga", PASSWORD, "a"))
        .isEqualTo(new Result.Later(Lockout.LOCKED_SECONDS));
    assertThat(login.attempt("olga", PASSWORD, "b")).isInstanceOf(Result.Granted.class);
    nanos.addAndGet(Lockout.LOCKED_SECONDS * 1_000_000_000L);
    assertThat(login.attempt("olga", PASSWORD, "a")).isInstanceOf(Result.Granted.class);
  }

  @Test
  void unknownUserAndNobody_areDenied() {
    assertThat(login.attempt("otto", PASSWORD, "a")).isEqualTo(new Result.Denied(false));
    assertThat(login.attempt("", "", "a")).isEqualTo(new Result.Denied(false));
    assertThat(login.attempt("olga", "x".repeat(10_000), "a")).isEqualTo(new Result.Denied(false));
  }

  @Test
  void lockout_remembersABoundedNumber() {
    Lockout lockout = new Lockout(nanos::get);
    for (int i = 0; i < 3 * Lockout.MOST_ENTRIES; i++) {
      lockout.failed("user" + i, "a");
    }
    assertThat(lockout.size()).isEqualTo(Lockout.MOST_ENTRIES);
  }

  @Test
  void failuresLongAgo_doNotCount() {
    for (int i = 0; i < 3 * Lockout.MOST_FAILURES; i++) {
      assertThat(login.attempt("olga", "wrong", "a")).isEqualTo(new Result.Denied(false));
      nanos.addAndGet(Lockout.LOCKED_SECONDS * 1_000_000_000L);
    }
  }

  @Test
  void hash_keepsNothingOfThePassword_andIsSaltedAnew() {
    String again = Users.line("olga", Role.OPERATOR, PASSWORD);

    assertThat(LINE).doesNotContain(PASSWORD).isNotEqualTo(again);
    assertThat(PasswordHash.parse(PasswordHash.of("a", new SecureRandom()).toString()).matches("a"))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "olga operator",
        "olga boss pbkdf2-sha512$1$AAAA$AAAA",
        "olga viewer plain",
        "olga viewer pbkdf2-sha512$0$AAAA$AAAA",
        "olga viewer pbkdf2-sha512$1$$AAAA",
      })
  void brokenLine_isNamedWithItsPlace(String line) throws IOException {
    Path file = folder.resolve("broken");
    Files.write(file, List.of("# users", line));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Users.read(file))
        .withMessageStartingWith(file + ":2: ");
  }
}
