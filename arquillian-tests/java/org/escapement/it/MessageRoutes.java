package org.escapement.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.enterprise.context.ApplicationScoped;
import javax.inject.Inject;
import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipURI;
import javax.servlet.sip.TooManyHopsException;
import javax.servlet.sip.URI;
import org.escapement.route.MessageContext;
import org.escapement.route.Route;
import org.escapement.route.RouteContext;
import org.escapement.routing.MessageRouting;

/** Notes what runs for a message, and does what the user of its Request-URI says. */
@ApplicationScoped
public class MessageRoutes {

  /** Holds the port of the next hop. */
  static final String PORT = "callee.port";

  private final List<String> notes = new CopyOnWriteArrayList<>();

  @Inject private MessageRouting routing;

  List<String> notes() {
    return notes;
  }

  private static String name(MessageContext message) {
    return message.message() instanceof SipServletResponse reply
        ? Integer.toString(reply.getStatus())
        : message.message().getMethod();
  }

  private void note(RouteContext route, MessageContext message, String more) {
    notes.add(route.route() + ' ' + name(message) + more);
  }

  @Route("RECEIVED")
  void received(RouteContext route, MessageContext message) {
    note(route, message, "");
  }

  @Route("PRE")
  void pre(RouteContext route, MessageContext message) {
    note(route, message, "");
  }

  @Route("request_route")
  void request(RouteContext route, MessageContext message, SipServletRequest request)
      throws Throwable {
    note(route, message, "");
    String user = ((SipURI) request.getRequestURI()).getUser();
    switch (user == null ? "" : user) {
      case "" -> message.reply(SipServletResponse.SC_OK, "");
      case "answer" -> message.reply(SipServletResponse.SC_ACCEPTED, "Taken");
      case "fail" -> throw new UnsupportedOperationException("on purpose");
      case "fork" -> message.forward(List.of(callee("a"), callee("b"), callee("c")));
      case "two" -> message.forward(List.of(callee("a"), callee("b")));
      case "myself" -> myself(message);
      case "own" -> own(message);
      case "leave" -> {}
      default -> route.call("RELAY");
    }
  }

  @Route("RELAY")
  void relay(MessageContext message, SipServletRequest request) throws IOException {
    message.setFlag("MARK");
    try {
      message.forward(List.of(callee(((SipURI) request.getRequestURI()).getUser())));
    } catch (TooManyHopsException e) {
      message.reply(SipServletResponse.SC_TOO_MANY_HOPS, "");
    }
  }

  private void myself(MessageContext message) throws IOException {
    SipURI uri = factory().createSipURI("x", "me.example");
    boolean other = message.isMyself(factory().createSipURI("x", "other.example"));
    message.reply(message.isMyself(uri) && !other ? SipServletResponse.SC_OK : 500, "");
  }

  private void own(MessageContext message) throws IOException {
    message.reply(SipServletResponse.SC_OK, "");
    routing
        .newRequest(
            factory(),
            factory().createApplicationSession(),
            "OPTIONS",
            "server",
            "127.0.0.1",
            callee("from-here"))
        .send();
  }

  @Route("ksr_onsend_route")
  void onsend(MessageContext message) {
    if (message.message() instanceof SipServletRequest request) {
      URI target = message.targets().get(0);
      notes.add("onsend_route " + name(message) + " to callee");
      if ("hold".equals(((SipURI) target).getUser())) {
        message.drop();
      }
      request.setHeader("X-Onsend", "request");
    } else {
      notes.add("onsend_route " + name(message));
      message.message().setHeader("X-Onsend", "reply");
    }
  }

  @Route("ksr_reply_route")
  void reply(MessageContext message) {
    notes.add("reply_route " + name(message) + (message.isFlagSet(7) ? " marked" : ""));
  }

  private SipFactory factory() {
    return Objects.requireNonNull(routing.factory());
  }

  private URI callee(String user) {
    try (InputStream in = MessageRoutes.class.getClassLoader().getResourceAsStream(PORT)) {
      SipURI uri = factory().createSipURI(user, "127.0.0.1");
      uri.setPort(Integer.parseInt(new String(in.readAllBytes(), UTF_8)));
      return uri;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
