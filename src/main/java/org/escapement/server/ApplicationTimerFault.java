package org.escapement.server;

import javax.ejb.ApplicationException;
import org.escapement.timer.TimerFaultException;

/**
 * The fault as the EJB container passes it on unwrapped; callers catch {@link TimerFaultException}.
 */
@ApplicationException
final class ApplicationTimerFault extends TimerFaultException {

  private static final long serialVersionUID = 1L;

  ApplicationTimerFault(TimerFaultException fault) {
    super(fault.code(), String.valueOf(fault.getMessage()));
    initCause(fault);
  }
}
