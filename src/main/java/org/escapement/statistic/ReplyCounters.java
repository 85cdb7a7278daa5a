package org.escapement.statistic;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Replies in all, by class, by class and method, and those few that are counted by status. */
final class ReplyCounters {

  private static final int CLASSES = 6;

  private final Counter all;
  private final Counter[] byClass;
  private final MethodCounters[] byClassAndMethod;
  private final Counter ringing;
  private final Counter unauthorized;
  private final Counter notFound;
  private final Counter proxyAuthentication;
  private final Counter unavailable;
  private final Counter busy;

  ReplyCounters(Statistics statistics, String group) {
    all = statistics.counter(group, "rcv_replies", "Replies received");
    byClass =
        IntStream.rangeClosed(1, CLASSES)
            .mapToObj(i -> one(statistics, group, i + "xx"))
            .toArray(Counter[]::new);
    byClassAndMethod =
        IntStream.rangeClosed(1, CLASSES)
            .mapToObj(i -> MethodCounters.ofReplies(statistics, group, i + "xx"))
            .toArray(MethodCounters[]::new);
    ringing = one(statistics, group, "18x");
    unauthorized = one(statistics, group, "401");
    notFound = one(statistics, group, "404");
    proxyAuthentication = one(statistics, group, "407");
    unavailable = one(statistics, group, "480");
    busy = one(statistics, group, "486");
  }

  private static Counter one(Statistics statistics, String group, String status) {
    return statistics.counter(group, "rcv_replies_" + status, "Replies received: " + status);
  }

  void received(int status, String method) {
    all.increment();
    int index = status / 100 - 1;
    if (index < 0 || index >= CLASSES) {
      return;
    }
    byClass[index].increment();
    Counter ofMethod = byClassAndMethod[index].of(method);
    if (ofMethod != null) {
      ofMethod.increment();
    }
    Counter ofStatus = of(status);
    if (ofStatus != null) {
      ofStatus.increment();
    }
  }

  private @Nullable Counter of(int status) {
    return switch (status) {
      case 401 -> unauthorized;
      case 404 -> notFound;
      case 407 -> proxyAuthentication;
      case 480 -> unavailable;
      case 486 -> busy;
      default -> status / 10 == 18 ? ringing : null;
    };
  }
}
