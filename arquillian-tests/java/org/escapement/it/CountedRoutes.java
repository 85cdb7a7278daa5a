package org.escapement.it;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import javax.enterprise.context.ApplicationScoped;
import javax.inject.Inject;
import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipURI;
import javax.servlet.sip.TooManyHopsException;
import org.escapement.route.MessageContext;
import org.escapement.route.Route;
import org.escapement.routing.MessageRouting;

/** Does with a request what the user of its Request-URI says. */
@ApplicationScoped
public class CountedRoutes {

  @Inject private MessageRouting routing;

  @Route("request_route")
  void request(MessageContext message, SipServletRequest request)
      throws IOException, TooManyHopsException {
    SipURI uri = (SipURI) request.getRequestURI();
    switch (Objects.requireNonNullElse(uri.getUser(), "")) {
      case "", "answer" -> message.reply(SipServletResponse.SC_OK, "");
      case "busy" -> message.reply(SipServletResponse.SC_BUSY_HERE, "");
      case "drop" -> message.drop();
      default -> forward(message, uri);
    }
  }

  private void forward(MessageContext message, SipURI uri)
      throws IOException, TooManyHopsException {
    message.forward(List.of(callee(uri)));
  }

  /** The parameter {@code to} is its port; the requests of a dialog go their own way. */
  private SipURI callee(SipURI uri) {
    SipURI next = factory().createSipURI("callee", "127.0.0.1");
    if (uri.getParameter("to") != null) {
      next.setPort(Integer.parseInt(uri.getParameter("to")));
    }
    return next;
  }

  private SipFactory factory() {
    return Objects.requireNonNull(routing.factory());
  }

  @Route("ksr_reply_route")
  void reply(MessageContext message) {
    if ("yes".equals(message.message().getHeader("X-Drop"))) {
      message.drop();
    }
  }
}
