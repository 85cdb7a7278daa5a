package org.escapement.routing;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.function.BiPredicate;
import javax.servlet.sip.Proxy;
import javax.servlet.sip.ServletParseException;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipURI;
import javax.servlet.sip.TooManyHopsException;
import javax.servlet.sip.URI;
import org.escapement.route.RouteLimitException;

/** Sends requests on as a stateful proxy that stays in the path of the dialog. Thread-safe. */
public final class Forwarding {

  private final int maxBranches;
  private final OutboundInterfaces interfaces;
  private final BiPredicate<SipServletRequest, List<? extends URI>> mayLeave;
  private final Replies replies;
  private final RoutingCounters counters;

  /**
   * Takes what it works with.
   *
   * @param mayLeave runs the onsend route; false when it dropped the request
   */
  Forwarding(
      int maxBranches,
      OutboundInterfaces interfaces,
      BiPredicate<SipServletRequest, List<? extends URI>> mayLeave,
      Replies replies,
      RoutingCounters counters) {
    this.maxBranches = maxBranches;
    this.interfaces = interfaces;
    this.mayLeave = mayLeave;
    this.replies = replies;
    this.counters = counters;
  }

  /**
   * Sends a request to one or more targets at once. A request that the onsend route drops is
   * answered with 408, as a branch that nobody answered.
   *
   * @return false when the onsend route dropped it
   * @throws RouteLimitException if there are more targets than {@code max_branches}
   * @throws IllegalStateException if the request has been answered or cancelled
   */
  public boolean forward(SipServletRequest request, List<? extends URI> targets)
      throws IOException, TooManyHopsException {
    if (targets.isEmpty()) {
      throw new IllegalArgumentException("there is no target to forward to");
    }
    if (targets.size() > maxBranches) {
      counters.tooManyBranches();
      throw new RouteLimitException(
          "the request would have "
              + targets.size()
              + " branches, and max_branches is "
              + maxBranches);
    }
    if (!mayLeave.test(request, targets)) {
      counters.sip().requestDropped();
      replies.answerIfPossible(request, SipServletResponse.SC_REQUEST_TIMEOUT);
      return false;
    }
    counters.goesOn(request);
    Proxy proxy = request.getProxy(true);
    proxy.setRecordRoute(true);
    proxy.setSupervised(true);
    if (interfaces.isChosen()) {
      choose(proxy, request, targets.get(0));
    }
    if (targets.size() == 1) {
      proxy.proxyTo(targets.get(0));
    } else {
      proxy.setParallel(true);
      proxy.proxyTo(targets);
    }
    counters.sip().requestForwarded();
    return true;
  }

  private void choose(Proxy proxy, SipServletRequest request, URI target) {
    InetAddress address = interfaces.towards(nextHop(request, target));
    if (address != null) {
      proxy.setOutboundInterface(address);
    }
  }

  /** A tel URI goes where the topmost Route says. */
  private static String nextHop(SipServletRequest request, URI target) {
    if (target instanceof SipURI sip) {
      return sip.getMAddrParam() == null ? sip.getHost() : sip.getMAddrParam();
    }
    try {
      return request.getAddressHeader("Route") != null
              && request.getAddressHeader("Route").getURI() instanceof SipURI route
          ? route.getHost()
          : "";
    } catch (ServletParseException e) {
      return "";
    }
  }
}
