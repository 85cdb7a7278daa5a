package org.escapement.it;

import javax.enterprise.context.Dependent;
import javax.servlet.sip.SipServlet;
import org.escapement.route.Route;

/** A mistake: it has a route, and no sip.xml names it. */
@Dependent
public class UnlistedServlet extends SipServlet {
  private static final long serialVersionUID = 1L;

  @Route("UNLISTED")
  void never() {}
}
