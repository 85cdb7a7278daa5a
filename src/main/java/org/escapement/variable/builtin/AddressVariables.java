package org.escapement.variable.builtin;

import java.util.List;
import java.util.function.Function;
import javax.servlet.sip.Address;
import javax.servlet.sip.ServletParseException;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipURI;
import javax.servlet.sip.TelURL;
import javax.servlet.sip.URI;
import org.escapement.config.SocketAddress;
import org.escapement.variable.PseudoVariable;
import org.jspecify.annotations.Nullable;

/** The Request-URI, the next hop, and the addresses in From and To. */
public final class AddressVariables {

  private static final String DEFAULT_PORT = Integer.toString(SocketAddress.DEFAULT_PORT);

  /** All of them. */
  public List<PseudoVariable> all() {
    return List.of(
        request("ru", "Request-URI", Object::toString),
        request("rU", "User of the Request-URI", AddressVariables::user),
        request("rd", "Domain of the Request-URI", AddressVariables::host),
        request("rp", "Port of the Request-URI, 5060 when it has none", AddressVariables::port),
        MessageVariables.text("du", "URI of the next hop: the topmost Route", m -> nextHop(m)),
        from("fu", "URI in From", address -> address.getURI().toString()),
        from("fU", "User in From", address -> user(address.getURI())),
        from("fd", "Domain in From", address -> host(address.getURI())),
        from("fn", "Display name in From", Address::getDisplayName),
        from("ft", "Tag of From", address -> address.getParameter("tag")),
        to("tu", "URI in To", address -> address.getURI().toString()),
        to("tU", "User in To", address -> user(address.getURI())),
        to("td", "Domain in To", address -> host(address.getURI())),
        to("tn", "Display name in To", Address::getDisplayName),
        to("tt", "Tag of To", address -> address.getParameter("tag")));
  }

  private static PseudoVariable request(
      String name, String help, Function<URI, @Nullable String> part) {
    return PseudoVariable.text(
        name,
        help,
        context -> {
          SipServletRequest request = MessageVariables.request(context);
          return request == null ? null : part.apply(request.getRequestURI());
        });
  }

  private static PseudoVariable from(
      String name, String help, Function<Address, @Nullable String> part) {
    return MessageVariables.text(name, help, message -> part.apply(message.getFrom()));
  }

  private static PseudoVariable to(
      String name, String help, Function<Address, @Nullable String> part) {
    return MessageVariables.text(name, help, message -> part.apply(message.getTo()));
  }

  private static @Nullable String user(URI uri) {
    if (uri instanceof SipURI sip) {
      return sip.getUser();
    }
    return uri instanceof TelURL tel
        ? (tel.isGlobal() ? "+" : "") + withoutPlus(tel.getPhoneNumber())
        : null;
  }

  private static String withoutPlus(String number) {
    return number.startsWith("+") ? number.substring(1) : number;
  }

  private static @Nullable String host(URI uri) {
    return uri instanceof SipURI sip ? sip.getHost() : null;
  }

  private static @Nullable String port(URI uri) {
    if (!(uri instanceof SipURI sip)) {
      return null;
    }
    return sip.getPort() > 0 ? Integer.toString(sip.getPort()) : DEFAULT_PORT;
  }

  private static @Nullable String nextHop(SipServletMessage message) {
    try {
      Address route = message.getAddressHeader("Route");
      return route == null ? null : route.getURI().toString();
    } catch (ServletParseException e) {
      throw new IllegalStateException("the Route header cannot be read", e);
    }
  }
}
