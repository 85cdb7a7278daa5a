package org.escapement.server;

import java.util.List;
import javax.enterprise.inject.spi.CDI;
import javax.servlet.ServletContext;
import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipServlet;
import javax.servlet.sip.SipServletContextEvent;
import javax.servlet.sip.SipServletListener;
import javax.servlet.sip.SipURI;
import javax.servlet.sip.annotation.SipListener;

/**
 * Told by the container when a SIP servlet has come to be. The container makes it without
 * injection.
 */
@SipListener
public class SipStartListener implements SipServletListener {

  @Override
  public void servletInitialized(SipServletContextEvent event) {
    ServletContext context = event.getServletContext();
    SipFactory factory = (SipFactory) context.getAttribute(SipServlet.SIP_FACTORY);
    CDI.current()
        .select(Deployment.class)
        .get()
        .servletInitialized(event.getSipServlet(), factory, () -> interfaces(context));
  }

  private static List<SipURI> interfaces(ServletContext context) {
    return context.getAttribute(SipServlet.OUTBOUND_INTERFACES) instanceof List<?> list
        ? list.stream().filter(SipURI.class::isInstance).map(SipURI.class::cast).toList()
        : List.of();
  }
}
