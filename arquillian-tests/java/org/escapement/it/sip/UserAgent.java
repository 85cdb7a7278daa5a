package org.escapement.it.sip;

import javax.sip.DialogTerminatedEvent;
import javax.sip.IOExceptionEvent;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.SipFactory;
import javax.sip.SipListener;
import javax.sip.SipProvider;
import javax.sip.TimeoutEvent;
import javax.sip.TransactionTerminatedEvent;

/** One end of calls: a SIP stack on a free port of loopback. */
abstract class UserAgent implements SipListener, AutoCloseable {

  final int port = SipStackFactory.freePort();
  final SipFactory factory = SipStackFactory.factory();
  final SipProvider provider;

  UserAgent(String name) {
    provider = SipStackFactory.provider(name, port, this);
  }

  /** The port that it listens on. */
  public final int port() {
    return port;
  }

  @Override
  public void processRequest(RequestEvent event) {}

  @Override
  public void processResponse(ResponseEvent event) {}

  @Override
  public void processTimeout(TimeoutEvent event) {}

  @Override
  public void processIOException(IOExceptionEvent event) {}

  @Override
  public void processTransactionTerminated(TransactionTerminatedEvent event) {}

  @Override
  public void processDialogTerminated(DialogTerminatedEvent event) {}

  @Override
  public void close() {
    SipStackFactory.stop(provider);
  }
}
