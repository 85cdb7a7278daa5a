package org.escapement.it;

import java.util.concurrent.atomic.AtomicInteger;
import javax.servlet.sip.SipApplicationSessionEvent;
import javax.servlet.sip.SipApplicationSessionListener;
import javax.servlet.sip.annotation.SipListener;

/**
 * Counts the SIP application sessions of the application that it is deployed with, and notes the
 * balance in a system property, which outlives the application.
 */
@SipListener
public class SipSessions implements SipApplicationSessionListener {

  static final String OPEN = "it.sessions.open";
  static final AtomicInteger CREATED = new AtomicInteger();
  static final AtomicInteger DESTROYED = new AtomicInteger();

  static int open() {
    return CREATED.get() - DESTROYED.get();
  }

  @Override
  public void sessionCreated(SipApplicationSessionEvent event) {
    CREATED.incrementAndGet();
    note();
  }

  @Override
  public void sessionDestroyed(SipApplicationSessionEvent event) {
    DESTROYED.incrementAndGet();
    note();
  }

  private static synchronized void note() {
    System.setProperty(OPEN, Integer.toString(open()));
  }

  @Override
  public void sessionExpired(SipApplicationSessionEvent event) {}

  @Override
  public void sessionReadyToInvalidate(SipApplicationSessionEvent event) {}
}
