package org.escapement.routing;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jspecify.annotations.Nullable;

/** What this package tells operators. */
@MessageLogger(projectCode = "ESC")
interface RoutingLog {

  RoutingLog LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), RoutingLog.class, "org.escapement.routing");

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 2100, value = "For every message runs the route %s")
  void runs(String route);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 2101, value = "Route %s failed for %s of call %s")
  void routeFailed(String route, String method, @Nullable String callId, @Cause Throwable cause);

  @LogMessage(level = Logger.Level.DEBUG)
  @Message(id = 2102, value = "Call %s was gone before it could be answered with %d")
  void notAnswered(@Nullable String callId, int status, @Cause Exception cause);

  @LogMessage(level = Logger.Level.DEBUG)
  @Message(id = 2103, value = "The Contact of a request %s is the container's: %s")
  void contactIsTheContainers(String method, @Nullable String cause);

  @LogMessage(level = Logger.Level.DEBUG)
  @Message(
      id = 2104,
      value =
          "mhomed: the route to %s begins at %s, where this server does not listen; the container picks an interface")
  void noOutboundInterface(String host, String address);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 2105, value = "mhomed: no route leads to %s: %s; the container picks an interface")
  void noRoute(String host, String cause);

  @LogMessage(level = Logger.Level.INFO)
  @Message(
      id = 2106,
      value =
          "advertised_address=%s stands in From and Contact of requests that are made here; Via and Record-Route belong to the"
              + " container: set the address in its sipEndpoint, too")
  void advertised(String address);

  @LogMessage(level = Logger.Level.INFO)
  @Message(
      id = 2107,
      value =
          "check_via: replies are matched with their transactions by the container, which drops those that match none before they can"
              + " be counted here")
  void viaIsCheckedByTheContainerFirst();

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 2108, value = "The routes of call %s do not run: %s")
  void locked(@Nullable String callId, @Nullable String why);
}
