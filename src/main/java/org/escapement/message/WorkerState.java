package org.escapement.message;

import javax.servlet.ServletException;
import javax.servlet.sip.SipServletRequest;
import org.escapement.timer.TimerContext;

/**
 * What the routes of one worker share from start to end: the synthetic request with everything that
 * a route left on it.
 *
 * <p>Used by one thread at a time.
 */
public interface WorkerState {

  /** The synthetic request: the same object until {@link #close}. */
  SipServletRequest request();

  /** Drops the request and its sessions. A second call changes nothing. */
  void close();

  /** Where states come from. A store that outlives the server would implement this. Thread-safe. */
  @FunctionalInterface
  interface Store {
    /**
     * Makes the state of a run that begins.
     *
     * @throws ServletException if the container makes no request
     */
    WorkerState open(TimerContext timer) throws ServletException;
  }
}
