package org.escapement.routing;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.URI;
import org.escapement.config.ListenSpec;
import org.escapement.config.SocketAddress;
import org.escapement.config.Statement.Flag;
import org.escapement.log.LeveledLog;
import org.escapement.parameter.CoreParameters;
import org.escapement.route.RouteTable;
import org.escapement.system.OutboundAddress;
import org.escapement.text.Problems;

/**
 * What the routing of messages is made of, once the configuration is known.
 *
 * @param table where routes find each other
 */
record RoutingParts(
    RouteTable table,
    Callbacks callbacks,
    Flags flags,
    Myself myself,
    OutboundInterfaces interfaces,
    CallLocks locks,
    MessageChecks checks,
    Replies replies,
    Forwarding forwarding,
    PhoneNumbers phones,
    OwnAddress ownAddress,
    boolean onsendForReplies) {

  private static final int USUAL_BRANCHES = 12;

  /** Runs the onsend route; false when it drops the request. */
  interface MayLeave extends BiPredicate<SipServletRequest, List<? extends URI>> {}

  /** Kamailio's defaults without routes, checks and signature. */
  static RoutingParts plain(RoutingCounters counters) {
    Myself myself = new Myself(List.of(), List.of());
    OutboundInterfaces interfaces = new OutboundInterfaces(false, own -> own);
    Replies replies =
        new Replies(new Signature(false, Optional.empty(), Optional.empty(), false), counters);
    return new RoutingParts(
        new RouteTable(),
        Callbacks.NONE,
        new Flags(List.of(), new Problems()),
        myself,
        interfaces,
        new CallLocks(0),
        MessageChecks.none(myself, counters),
        replies,
        new Forwarding(USUAL_BRANCHES, interfaces, (r, t) -> true, replies, counters),
        new PhoneNumbers(true),
        new OwnAddress(Optional.empty(), -1),
        false);
  }

  /** As the core parameters say. */
  static RoutingParts of(
      CoreParameters core,
      RouteTable table,
      MayLeave mayLeave,
      RoutingCounters counters,
      Problems problems) {
    Myself myself =
        new Myself(core.list("listen", ListenSpec.class), core.list("alias", SocketAddress.class));
    OwnAddress ownAddress =
        new OwnAddress(core.text("advertised_address"), core.intValue("advertised_port"));
    ownAddress.host().ifPresent(RoutingParts::tell);
    OutboundInterfaces interfaces =
        new OutboundInterfaces(core.bool("mhomed"), RoutingParts::route);
    Replies replies = new Replies(signature(core), counters);
    return new RoutingParts(
        table,
        Callbacks.of(table, core, problems),
        new Flags(core.list("flags", Flag.class), problems),
        myself,
        interfaces,
        new CallLocks(core.intValue("route_locks_size")),
        checks(core, myself, counters),
        replies,
        new Forwarding(core.intValue("max_branches"), interfaces, mayLeave, replies, counters),
        new PhoneNumbers(core.bool("phone2tel")),
        ownAddress,
        core.bool("onsend_route_reply"));
  }

  private static void tell(String host) {
    RoutingLog.LOG.advertised(host);
  }

  private static InetAddress route(InetAddress destination) throws java.io.IOException {
    return OutboundAddress.towards(destination);
  }

  private static Signature signature(CoreParameters core) {
    return new Signature(
        core.bool("server_signature"),
        core.text("server_header"),
        core.text("user_agent_header"),
        core.bool("sip_warning"));
  }

  private static MessageChecks checks(
      CoreParameters core, Myself myself, RoutingCounters counters) {
    return new MessageChecks(
        core.intValue("sip_parser_mode") == 1,
        core.bool("check_via"),
        new HostCharacters(core.text("uri_host_extra_chars").orElse("")),
        myself,
        counters,
        new LeveledLog("core", core.intParameter("corelog")),
        new LeveledLog("sip", core.intParameter("sip_parser_log")));
  }
}
