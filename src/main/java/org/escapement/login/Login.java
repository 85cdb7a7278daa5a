package org.escapement.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a user may come in.
 *
 * <p>Thread-safe. A password that was right is known again for {@value #KNOWN_SECONDS} seconds by a
 * keyed digest, because checking its hash is meant to be slow; at most {@value #MOST_CHECKS} hashes
 * are checked at the same time and {@value #MOST_WAITING} wait for that, so that guessing cannot
 * take the machine.
 */
public final class Login {

  static final int MOST_CHECKS = 2;
  static final long KNOWN_SECONDS = 600;
  static final int MOST_WAITING = 16;
  private static final long LONGEST_WAIT_SECONDS = 5;
  private static final int MOST_KNOWN = 64;
  private static final int LONGEST = 256;
  private static final String DIGEST = "HmacSHA256";

  /** What came of an attempt. */
  public sealed interface Result {

    /** The user is who they say. */
    record Granted(Role role) implements Result {}

    /** Wrong user or password; {@code locked} when this was one time too many. */
    record Denied(boolean locked) implements Result {}

    /** Not looked at: locked, or too many at once. */
    record Later(long seconds) implements Result {}
  }

  private record Known(Role role, long sinceNanos) {}

  private final Users users;
  private final LongSupplier nanos;
  private final Lockout lockout;
  private final SecretKeySpec key;
  private final Semaphore checks = new Semaphore(MOST_CHECKS);
  private final Map<ByteBuffer, Known> known = new LinkedHashMap<>();

  /**
   * @param nanos a monotonic clock in nanoseconds
   */
  public Login(Users users, LongSupplier nanos) {
    this.users = users;
    this.nanos = nanos;
    this.lockout = new Lockout(nanos);
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    this.key = new SecretKeySpec(secret, DIGEST);
  }

  /** The seconds that a lock lasts. */
  public static long lockSeconds() {
    return Lockout.LOCKED_SECONDS;
  }

  /**
   * Checks a password.
   *
   * @param address where the attempt comes from
   */
  public Result attempt(String user, String password, String address) {
    long locked = lockout.lockedSeconds(user, address);
    if (locked > 0) {
      return new Result.Later(locked);
    }
    if (user.length() > LONGEST || password.length() > LONGEST) {
      return new Result.Denied(
          lockout.failed(user.substring(0, Math.min(user.length(), LONGEST)), address));
    }
    ByteBuffer digest = digest(user, password);
    Known before = known(digest);
    if (before != null) {
      return new Result.Granted(before.role());
    }
    if (!mayCheck()) {
      return new Result.Later(1);
    }
    try { // while it waited, the same user may have been let in, or locked
      Known since = known(digest);
      if (since != null) {
        return new Result.Granted(since.role());
      }
      locked = lockout.lockedSeconds(user, address);
      return locked > 0 ? new Result.Later(locked) : check(user, password, address, digest);
    } finally {
      checks.release();
    }
  }

  /** Several requests of one user come together when a page is opened: the later ones wait. */
  private boolean mayCheck() {
    try {
      return checks.getQueueLength() < MOST_WAITING
          && checks.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Result check(String user, String password, String address, ByteBuffer digest) {
    var role = users.authenticate(user, password);
    if (role.isEmpty()) {
      return new Result.Denied(lockout.failed(user, address));
    }
    lockout.succeeded(user, address);
    remember(digest, role.get());
    return new Result.Granted(role.get());
  }

  private @Nullable Known known(ByteBuffer digest) {
    synchronized (known) {
      Known found = known.get(digest);
      if (found != null
          && nanos.getAsLong() - found.sinceNanos() > KNOWN_SECONDS * 1_000_000_000L) {
        known.remove(digest);
        return null;
      }
      return found;
    }
  }

  private void remember(ByteBuffer digest, Role role) {
    synchronized (known) {
      known.put(digest, new Known(role, nanos.getAsLong()));
      if (known.size() > MOST_KNOWN) {
        known.remove(known.keySet().iterator().next());
      }
    }
  }

  private ByteBuffer digest(String user, String password) {
    try {
      Mac mac = Mac.getInstance(DIGEST);
      mac.init(key);
      mac.update(user.getBytes(UTF_8));
      mac.update((byte) 0);
      return ByteBuffer.wrap(mac.doFinal(password.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this platform lacks " + DIGEST, e);
    }
  }
}
