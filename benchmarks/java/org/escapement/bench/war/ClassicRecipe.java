package org.escapement.bench.war;

import javax.inject.Inject;
import javax.servlet.sip.SipServlet;
import javax.servlet.sip.SipServletRequest;

/** Puts the INVITEs that come in into the queue of {@link ClassicRoutes}. */
public class ClassicRecipe extends SipServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient ClassicRoutes routes;

  @Override
  protected void doInvite(SipServletRequest invite) {
    if (invite.isInitial()) {
      routes.add(invite);
    }
  }
}
