package org.escapement.suspend;

import javax.servlet.sip.SipServletRequest;
import org.escapement.routing.MessageRouting;
import org.escapement.suspend.SuspendedRequests.Continuation;

/** Resumes and answers requests as the routing of messages would have. */
record RoutedRequests(MessageRouting routing) implements SuspendedRequests.Application {

  @Override
  public Continuation route(String name) {
    return routing.later(name)::handle;
  }

  @Override
  public void answer(SipServletRequest request, int status) {
    routing.replies().answerIfPossible(request, status);
  }
}
