package org.escapement.statistic;

import org.jspecify.annotations.Nullable;

/** A counter for each of the methods that Kamailio counts apart. */
final class MethodCounters {

  private final Counter invite;
  private final Counter cancel;
  private final Counter bye;
  private final Counter register;
  private final Counter message;
  private final Counter prack;
  private final Counter update;
  private final Counter refer;
  private final @Nullable RequestOnly others;

  /** Those that are counted for requests, but not for replies. */
  private record RequestOnly(
      Counter ack,
      Counter info,
      Counter notification,
      Counter options,
      Counter publish,
      Counter subscribe) {}

  private MethodCounters(
      Statistics statistics, String group, String prefix, String register, boolean requests) {
    String what = requests ? "Requests received: " : "Replies received to ";
    invite = statistics.counter(group, prefix + "invite", what + "INVITE");
    cancel = statistics.counter(group, prefix + "cancel", what + "CANCEL");
    bye = statistics.counter(group, prefix + "bye", what + "BYE");
    this.register = statistics.counter(group, prefix + register, what + "REGISTER");
    message = statistics.counter(group, prefix + "message", what + "MESSAGE");
    prack = statistics.counter(group, prefix + "prack", what + "PRACK");
    update = statistics.counter(group, prefix + "update", what + "UPDATE");
    refer = statistics.counter(group, prefix + "refer", what + "REFER");
    others =
        requests
            ? new RequestOnly(
                statistics.counter(group, prefix + "ack", what + "ACK"),
                statistics.counter(group, prefix + "info", what + "INFO"),
                statistics.counter(group, prefix + "notify", what + "NOTIFY"),
                statistics.counter(group, prefix + "options", what + "OPTIONS"),
                statistics.counter(group, prefix + "publish", what + "PUBLISH"),
                statistics.counter(group, prefix + "subscribe", what + "SUBSCRIBE"))
            : null;
  }

  static MethodCounters ofRequests(Statistics statistics, String group) {
    return new MethodCounters(statistics, group, "rcv_requests_", "register", true);
  }

  /**
   * @param replyClass such as {@code 2xx}
   */
  static MethodCounters ofReplies(Statistics statistics, String group, String replyClass) {
    return new MethodCounters(statistics, group, "rcv_replies_" + replyClass + '_', "reg", false);
  }

  /** The counter of a method, or null when it has none. */
  @Nullable Counter of(String method) {
    return switch (method) {
      case "INVITE" -> invite;
      case "CANCEL" -> cancel;
      case "BYE" -> bye;
      case "REGISTER" -> register;
      case "MESSAGE" -> message;
      case "PRACK" -> prack;
      case "UPDATE" -> update;
      case "REFER" -> refer;
      default -> others == null ? null : of(others, method);
    };
  }

  private static @Nullable Counter of(RequestOnly others, String method) {
    return switch (method) {
      case "ACK" -> others.ack;
      case "INFO" -> others.info;
      case "NOTIFY" -> others.notification;
      case "OPTIONS" -> others.options;
      case "PUBLISH" -> others.publish;
      case "SUBSCRIBE" -> others.subscribe;
      default -> null;
    };
  }
}
