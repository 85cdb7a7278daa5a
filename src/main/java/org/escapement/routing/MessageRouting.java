package org.escapement.routing;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import javax.servlet.ServletException;
import javax.servlet.sip.ServletParseException;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipURI;
import javax.servlet.sip.TelURL;
import javax.servlet.sip.URI;
import org.escapement.config.SocketAddress;
import org.escapement.log.Latency;
import org.escapement.log.LogPrefix;
import org.escapement.parameter.CoreParameters;
import org.escapement.route.MessageContext;
import org.escapement.route.MessageRoute;
import org.escapement.route.RouteRules;
import org.escapement.route.RouteTable;
import org.escapement.statistic.Statistics;
import org.escapement.text.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Takes every SIP message through the routes of the configuration, in Kamailio's order, and then to
 * the application's servlet.
 *
 * <pre>
 * request:  received route → checks → pre-routing route → [ request route ] → servlet
 * reply:    received route → checks → pre-routing route → [ reply route ] → onsend route → servlet
 * leaving:  onsend route → next hop
 * </pre>
 *
 * <p>What stands in brackets is serialised by Call-ID when {@code route_locks_size} says so. A
 * route that drops, answers or forwards the message ends the way; one that throws, too, and the
 * request is answered with 500. Without such routes a message costs the checks and the counters.
 *
 * <p>Thread-safe.
 */
public final class MessageRouting {

  /**
   * What comes after the routes.
   *
   * @param <M> request or reply
   */
  @FunctionalInterface
  public interface Next<M extends SipServletMessage> {
    void handle(M message) throws ServletException, IOException;
  }

  private final RoutingCounters counters;
  private final RequestRouting requests;
  private final ReplyRouting replies;
  private final MessagePrefix prefix;
  private volatile @Nullable RoutingParts configured;
  private volatile @Nullable SipFactory factory;

  /** Declares the statistics of SIP messages. Until it is configured there are no routes. */
  public MessageRouting(Statistics statistics, RouteRules rules) {
    counters = new RoutingCounters(statistics);
    RouteRunner runner = new RouteRunner(rules, counters);
    requests = new RequestRouting(runner, counters);
    replies = new ReplyRouting(runner, counters);
    prefix = new MessagePrefix(rules.prefix());
  }

  /** The limits and reports of routes, as the core parameters say at the moment. */
  public static RouteRules rules(CoreParameters core) {
    return new RouteRules(
        core.intParameter("max_recursive_level"),
        core.intParameter("max_while_loops"),
        new Latency(
            new Latency.Settings(
                core.intParameter("latency_limit_action"),
                core.intParameter("latency_limit_db"),
                core.intParameter("latency_log"),
                core.intParameter("latency_cfg_log"))),
        new LogPrefix(core.intParameter("log_prefix_mode")));
  }

  /** For use without a configuration: no routes, and no headers of our own. */
  public static MessageRouting plain() {
    return new MessageRouting(new Statistics(), RouteRules.usual());
  }

  /**
   * Takes the core parameters and finds the routes.
   *
   * @param problems is told of what does not fit together
   */
  public void configure(CoreParameters core, RouteTable table, Problems problems) {
    RoutingParts fresh = RoutingParts.of(core, table, this::mayLeave, counters, problems);
    configured = fresh;
    fresh.callbacks().lines().forEach(RoutingLog.LOG::runs);
    if (core.bool("check_via")) {
      RoutingLog.LOG.viaIsCheckedByTheContainerFirst();
    }
  }

  /** Made when it is asked for only: to check a configuration there is no container. */
  private RoutingParts parts() {
    RoutingParts present = configured;
    if (present == null) {
      present = RoutingParts.plain(counters);
      configured = present;
    }
    return present;
  }

  /** Adds a name of this server that was found at start. */
  public void addAlias(SocketAddress alias) {
    parts().myself().addAlias(alias);
  }

  /** Takes what the container has for servlets, and the addresses that it listens on. */
  public void begin(SipFactory sipFactory, Collection<SipURI> addresses) {
    factory = sipFactory;
    parts().myself().listensOn(addresses);
    parts().interfaces().listensOn(addresses);
  }

  /** The container's factory; null before a {@link RoutingServlet} has come to be. */
  public @Nullable SipFactory factory() {
    return factory;
  }

  /** Puts a text before the log lines that are written while a message is handled. */
  public void prefixLogs(Function<SipServletMessage, String> text) {
    prefix.set(text);
  }

  /** Takes a request that came all the way. */
  public void request(SipServletRequest request, Next<SipServletRequest> next)
      throws ServletException, IOException {
    if (prefix.isSet()) {
      prefix.during(request, () -> requests.arrived(parts(), request, next));
    } else {
      requests.arrived(parts(), request, next);
    }
  }

  /** Takes a reply that came all the way. */
  public void reply(SipServletResponse reply, Next<SipServletResponse> next)
      throws ServletException, IOException {
    if (prefix.isSet()) {
      prefix.during(reply, () -> replies.arrived(parts(), reply, next));
    } else {
      replies.arrived(parts(), reply, next);
    }
  }

  private boolean mayLeave(SipServletRequest request, List<? extends URI> targets) {
    return requests.mayLeave(parts(), request, targets);
  }

  /**
   * A route to go on with requests by that have waited, on the thread that hands them over. It has
   * all that it would have had at their arrival; if it throws, it is logged and counted, and the
   * request answered with 500.
   *
   * @throws IllegalArgumentException if there is no such route
   */
  public Next<SipServletRequest> later(String name) {
    MessageRoute route = parts().table().messageRoute(name);
    return request -> prefix.during(request, () -> requests.resumed(parts(), route, request));
  }

  /** What a route could ask and do of a message. */
  public MessageContext context(SipServletMessage message) {
    return new HandledMessage(parts(), message);
  }

  /** Answers requests in this server's name. */
  public Replies replies() {
    return parts().replies();
  }

  /** Sends requests on. */
  public Forwarding forwarding() {
    return parts().forwarding();
  }

  /** Reads telephone numbers in URIs. */
  public PhoneNumbers phones() {
    return parts().phones();
  }

  /**
   * A telephone number at a host: a proxy can send to no tel URI (RFC 3261, section 19.1.6).
   *
   * @param host a SIP URI without a user, such as {@code sip:gateway;transport=tcp}
   * @return the tel URI itself while there is no {@link #factory}
   */
  public URI telephone(TelURL tel, String host) {
    SipFactory present = factory;
    if (present == null) {
      return tel;
    }
    String uri =
        host.replaceFirst(":", ':' + phones().number(tel).orElseThrow() + '@') + ";user=phone";
    try {
      return present.createURI(uri);
    } catch (ServletParseException e) {
      throw new IllegalArgumentException(tel + " cannot be sent as " + uri, e);
    }
  }

  /** The names of this server. */
  public Myself myself() {
    return parts().myself();
  }

  /** The address that requests made here name. */
  public OwnAddress ownAddress() {
    return parts().ownAddress();
  }

  /**
   * Makes a request of this server's own: with the advertised address in From and Contact, and
   * signed.
   *
   * @param user of From and Contact
   * @param localHost their host when none is advertised
   */
  public SipServletRequest newRequest(
      SipFactory factory,
      SipApplicationSession session,
      String method,
      String user,
      String localHost,
      URI to) {
    SipServletRequest request =
        parts().ownAddress().request(factory, session, method, user, localHost, to);
    parts().replies().sign(request);
    counters.ownRequest(request);
    return request;
  }
}
