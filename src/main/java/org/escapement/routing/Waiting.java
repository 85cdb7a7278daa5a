package org.escapement.routing;

import javax.servlet.sip.SipServletRequest;

/**
 * A request that waits for something and is answered later. Its session leads a CANCEL to it, and
 * the request itself knows that it is taken: neither routes nor servlets go on with it.
 */
public interface Waiting {

  /** The attribute of a waiting request, and of its session. */
  String ATTRIBUTE = "org.escapement.waiting";

  /**
   * Its caller gave it up. The container has answered CANCEL and request.
   *
   * @return false if it did not wait any more
   */
  boolean cancel();

  /** Notes that the request waits. */
  default void isFor(SipServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
    request.getSession().setAttribute(ATTRIBUTE, this);
  }

  /** Whether somebody else goes on with a request. */
  static boolean has(SipServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Waiting;
  }

  /**
   * Takes out what a CANCEL is for.
   *
   * @return whether anything waited
   */
  static boolean cancel(SipServletRequest cancel) {
    return cancel.getSession().getAttribute(ATTRIBUTE) instanceof Waiting waiting
        && waiting.cancel();
  }
}
