package org.escapement.routing;

import java.io.IOException;
import java.util.List;
import javax.inject.Inject;
import javax.servlet.RequestDispatcher;
import javax.servlet.ServletConfig;
import javax.servlet.ServletContext;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipServlet;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipURI;
import org.escapement.routing.MessageRouting.Next;
import org.jspecify.annotations.Nullable;

/**
 * The servlet through which messages come to their routes. What the routes leave to it is handled
 * as in any SIP servlet: by the {@code do…} methods of a subclass, or by the servlet that the
 * initialisation parameter {@value #NEXT} names.
 */
public class RoutingServlet extends SipServlet {

  private static final long serialVersionUID = 1L;

  /** Names the servlet, as in sip.xml, that gets the messages after the routes. */
  public static final String NEXT = "next";

  @Inject private transient MessageRouting routing;

  private transient @Nullable RequestDispatcher dispatcher;
  private final transient Next<SipServletRequest> nextForRequests = this::pass;
  private final transient Next<SipServletResponse> nextForReplies = this::pass;

  @Override
  @SuppressWarnings("unchecked") // JSR 289, section 4.1.3: a list of SipURI
  public void init(ServletConfig config) throws ServletException {
    super.init(config);
    ServletContext context = getServletContext();
    routing.begin(
        (SipFactory) context.getAttribute(SIP_FACTORY),
        (List<SipURI>) context.getAttribute(OUTBOUND_INTERFACES));
    String next = config.getInitParameter(NEXT);
    if (next != null) {
      dispatcher = context.getNamedDispatcher(next);
      if (dispatcher == null) {
        throw new ServletException(
            "the initialisation parameter next of servlet "
                + config.getServletName()
                + " names "
                + next
                + ", and sip.xml has no such servlet");
      }
    }
  }

  /** The routing of messages, for subclasses. */
  protected final MessageRouting routing() {
    return routing;
  }

  @Override
  public final void service(@Nullable ServletRequest request, @Nullable ServletResponse response)
      throws ServletException, IOException {
    if (request instanceof SipServletRequest sip) {
      routing.request(sip, nextForRequests);
    } else if (response instanceof SipServletResponse sip) {
      routing.reply(sip, nextForReplies);
    }
  }

  private void pass(SipServletRequest request) throws ServletException, IOException {
    RequestDispatcher present = dispatcher;
    if (present == null) {
      doRequest(request);
    } else {
      present.forward(request, null);
    }
  }

  private void pass(SipServletResponse reply) throws ServletException, IOException {
    RequestDispatcher present = dispatcher;
    if (present == null) {
      doResponse(reply);
    } else {
      present.forward(null, reply);
    }
  }
}
