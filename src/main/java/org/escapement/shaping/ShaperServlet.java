package org.escapement.shaping;

import java.io.IOException;
import java.util.Optional;
import javax.inject.Inject;
import javax.servlet.ServletException;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipURI;
import javax.servlet.sip.TooManyHopsException;
import org.escapement.routing.RoutingServlet;
import org.escapement.suspend.Suspension;

/**
 * Holds initial INVITEs in the queue that they are assigned to, and lets everything else pass at
 * once: as a stateful proxy that stays in the path of its dialogs. Requests within a dialog are the
 * container's: it sends them on before it tells this servlet.
 */
public class ShaperServlet extends RoutingServlet {

  private static final long serialVersionUID = 1L;

  /** A call that nobody hangs up is forgotten after this time. */
  private static final int LONGEST_CALL_MINUTES = 24 * 60;

  @Inject private transient ShaperModule module;

  @Override
  protected void doRequest(SipServletRequest request) throws ServletException, IOException {
    if (!request.isInitial() || request.getMethod().equals("CANCEL")) {
      super.doRequest(request);
      return;
    }
    if (isForMe(request)) {
      answers().ok(request);
      return;
    }
    if (module.endsRehearsal(request)) {
      module.endRehearsal();
      answers().ok(request);
      return;
    }
    Optional<ShapedQueue> queue = module.queueOf(request);
    if (queue.isEmpty()) {
      answers().forbidden(request);
    } else if (request.getMethod().equals("INVITE")) {
      hold(request, queue.get());
    } else {
      passAtOnce(request, queue.get());
    }
  }

  /** An OPTIONS without a user asks this server itself what it can do (RFC 3261, section 11). */
  private boolean isForMe(SipServletRequest request) {
    return request.getMethod().equals("OPTIONS")
        && request.getRequestURI() instanceof SipURI uri
        && uri.getUser() == null
        && routing().myself().matches(uri);
  }

  private Answers answers() {
    return new Answers(routing());
  }

  private static void hold(SipServletRequest invite, ShapedQueue queue) {
    invite.getApplicationSession().setExpires(LONGEST_CALL_MINUTES);
    Suspension call = queue.suspend(invite);
    if (call != null) {
      call.isFor(invite);
    }
  }

  private void passAtOnce(SipServletRequest request, ShapedQueue queue) throws IOException {
    try {
      queue.forward(request);
    } catch (TooManyHopsException e) {
      answers().tooManyHops(request);
    }
  }
}
