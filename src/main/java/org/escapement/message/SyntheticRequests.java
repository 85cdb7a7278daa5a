package org.escapement.message;

import javax.servlet.sip.Address;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipURI;
import org.escapement.timer.TimerContext;

/**
 * Makes synthetic requests with the container's factory and keeps their state in the container's
 * memory.
 *
 * <p>Each lives in a SIP application session of its own that never expires, because a run may last
 * as long as the server; closing the state invalidates that session with all that hangs on it.
 */
public final class SyntheticRequests implements WorkerState.Store {

  /**
   * A name that no DNS server knows (RFC 2606): a synthetic request can reach nobody by accident.
   */
  static final String HOST = "timer.invalid";

  private static final int NEVER = 0;

  private final SipFactory factory;

  private final OwnUris ownUris;

  /** Makes requests whose From has a host that is none. */
  public SyntheticRequests(SipFactory factory) {
    this(factory, SipFactory::createSipURI);
  }

  /** Makes requests with From URIs of this server. */
  public SyntheticRequests(SipFactory factory, OwnUris ownUris) {
    this.factory = factory;
    this.ownUris = ownUris;
  }

  /** Makes URIs of this server. */
  @FunctionalInterface
  public interface OwnUris {

    /**
     * A URI of this server.
     *
     * @param otherwise the host when the server advertises none
     */
    SipURI uri(SipFactory factory, String user, String otherwise);
  }

  @Override
  public WorkerState open(TimerContext timer) {
    SipApplicationSession session = factory.createApplicationSession();
    try {
      session.setExpires(NEVER);
      return new State(session, request(session, timer));
    } catch (RuntimeException e) { // whatever failed, the session must not stay
      session.invalidate();
      throw e;
    }
  }

  private SipServletRequest request(SipApplicationSession session, TimerContext timer) {
    Address from =
        factory.createAddress(ownUris.uri(factory, "worker-" + timer.worker(), HOST), timer.name());
    SipURI timerUri = uri(timer.name());
    SipServletRequest request =
        factory.createRequest(
            session, "OPTIONS", from, factory.createAddress(timerUri, timer.name()));
    SipURI requestUri = uri(timer.name());
    requestUri.setParameter("worker", Integer.toString(timer.worker()));
    request.setRequestURI(requestUri);
    nameCallId(request, timer);
    return request;
  }

  private SipURI uri(String user) {
    return factory.createSipURI(user, HOST);
  }

  /**
   * The API keeps the Call-ID to the container (JSR 289, section 5.4.2) and has no call to name it.
   * Open Liberty lets an application set it by its compact name; a container that does not keeps
   * its own, and the other headers still name timer and worker.
   */
  private static void nameCallId(SipServletRequest request, TimerContext timer) {
    try {
      request.setHeader("i", timer.name() + '-' + timer.worker() + '@' + HOST);
    } catch (IllegalArgumentException e) {
      MessageLog.LOG.callIdIsTheContainers(
          request.getCallId(), timer.name(), timer.worker(), e.getMessage());
    }
  }

  private record State(SipApplicationSession session, SipServletRequest request)
      implements WorkerState {
    @Override
    public void close() {
      if (session.isValid()) {
        session.invalidate();
      }
    }
  }
}
