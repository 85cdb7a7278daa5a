package org.escapement.it.sip;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.InvalidArgumentException;
import javax.sip.SipException;
import javax.sip.SipProvider;
import javax.sip.header.CSeqHeader;
import javax.sip.header.CallIdHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.escapement.it.Await;

/** A call from its caller's side: the first request and those that follow within its dialog. */
public final class Call {

  private final SipProvider provider;
  private final ClientTransaction first;
  private final Map<String, CompletableFuture<Response>> finals = new ConcurrentHashMap<>();
  private final CompletableFuture<Response> provisional = new CompletableFuture<>();

  Call(SipProvider provider, ClientTransaction first) {
    this.provider = provider;
    this.first = first;
  }

  void answered(Response response) {
    CSeqHeader cseq = (CSeqHeader) response.getHeader(CSeqHeader.NAME);
    provisional.complete(response);
    if (response.getStatusCode() < Response.OK) {
      return;
    }
    if (cseq.getMethod().equals(Request.INVITE)
        && response.getStatusCode() < Response.MULTIPLE_CHOICES) {
      acknowledge(cseq.getSeqNumber());
    }
    finalOf(cseq).complete(response);
  }

  private void acknowledge(long number) {
    try {
      Dialog dialog = first.getDialog();
      dialog.sendAck(dialog.createAck(number));
    } catch (SipException | InvalidArgumentException e) {
      throw new IllegalStateException("no ACK", e);
    }
  }

  private CompletableFuture<Response> finalOf(CSeqHeader cseq) {
    return finals.computeIfAbsent(
        cseq.getMethod() + cseq.getSeqNumber(), key -> new CompletableFuture<>());
  }

  /** Its Call-ID. */
  public String callId() {
    return ((CallIdHeader) first.getRequest().getHeader(CallIdHeader.NAME)).getCallId();
  }

  /** Whether the first request has its final answer. */
  public boolean isAnswered() {
    return answerTo(first.getRequest()).isDone();
  }

  /** The final answer to the first request. */
  public Response answer() {
    return await(answerTo(first.getRequest()));
  }

  /** The status of {@link #answer}. */
  public int status() {
    return answer().getStatusCode();
  }

  /** Gives the call up, and returns the answer to the CANCEL. */
  public Response cancel() {
    await(provisional);
    try {
      Request cancel = first.createCancel();
      provider.getNewClientTransaction(cancel).sendRequest();
      return await(answerTo(cancel));
    } catch (SipException e) {
      throw new IllegalStateException("no CANCEL", e);
    }
  }

  /** Sends a request within the dialog, and returns its final answer. */
  public Response within(String method) {
    try {
      Dialog dialog = first.getDialog();
      Request request = dialog.createRequest(method);
      dialog.sendRequest(provider.getNewClientTransaction(request));
      return await(answerTo(request));
    } catch (SipException e) {
      throw new IllegalStateException("no " + method, e);
    }
  }

  private CompletableFuture<Response> answerTo(Request request) {
    return finalOf((CSeqHeader) request.getHeader(CSeqHeader.NAME));
  }

  private static Response await(CompletableFuture<Response> answer) {
    try {
      return answer.get(Await.LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("no final answer within " + Await.LIMIT, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
