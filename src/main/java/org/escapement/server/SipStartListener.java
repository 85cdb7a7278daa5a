package org.escapement.server;

import javax.enterprise.inject.spi.CDI;
import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipServlet;
import javax.servlet.sip.SipServletContextEvent;
import javax.servlet.sip.SipServletListener;
import javax.servlet.sip.annotation.SipListener;

/**
 * Told by the container when a SIP servlet has come to be. The container makes it without
 * injection.
 */
@SipListener
public class SipStartListener implements SipServletListener {

  @Override
  public void servletInitialized(SipServletContextEvent event) {
    SipFactory factory =
        (SipFactory) event.getServletContext().getAttribute(SipServlet.SIP_FACTORY);
    CDI.current().select(Deployment.class).get().servletInitialized(event.getSipServlet(), factory);
  }
}
