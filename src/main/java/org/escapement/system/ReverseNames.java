package org.escapement.system;

import static org.escapement.system.SystemLog.LOG;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** {@code auto_aliases}: the names that the name service has for addresses. */
public final class ReverseNames {

  private final Function<InetAddress, String> nameService;
  private final Executor executor;
  private final Duration limit;

  /**
   * Asks the system's name service.
   *
   * @param executor runs one short task for each address
   * @param limit for all addresses together
   */
  public ReverseNames(Executor executor, Duration limit) {
    this(InetAddress::getCanonicalHostName, executor, limit);
  }

  ReverseNames(Function<InetAddress, String> nameService, Executor executor, Duration limit) {
    this.nameService = nameService;
    this.executor = executor;
    this.limit = limit;
  }

  /**
   * The IPv4 addresses of all interfaces that are up.
   *
   * @throws SocketException if the system does not tell
   */
  public static List<InetAddress> ownAddresses() throws SocketException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(Inet4Address.class::isInstance)
        .toList();
  }

  /** The names, as far as they were found in time. An address without a name has none. */
  public Set<String> of(List<InetAddress> addresses) {
    Map<InetAddress, CompletableFuture<String>> answers = new LinkedHashMap<>();
    for (InetAddress address : addresses) {
      answers.put(
          address, CompletableFuture.supplyAsync(() -> nameService.apply(address), executor));
    }
    awaitAll(answers);
    Set<String> names = new LinkedHashSet<>();
    answers.forEach((address, answer) -> take(address, answer, names));
    return names;
  }

  private void awaitAll(Map<InetAddress, CompletableFuture<String>> answers) {
    try {
      CompletableFuture.allOf(answers.values().toArray(CompletableFuture<?>[]::new))
          .get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      List<String> missing =
          answers.entrySet().stream()
              .filter(entry -> !entry.getValue().isDone())
              .map(entry -> entry.getKey().getHostAddress())
              .toList();
      LOG.namesTooSlow(limit.toMillis(), String.join(", ", missing));
    } catch (ExecutionException e) {
      // An address whose look-up failed has no name; the others are taken all the same.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void take(
      InetAddress address, CompletableFuture<String> answer, Set<String> names) {
    if (!answer.isDone() || answer.isCompletedExceptionally()) {
      return;
    }
    String name = answer.join();
    if (!name.equals(address.getHostAddress()) && names.add(name)) {
      LOG.aliasFound(name, address.getHostAddress());
    }
  }
}
