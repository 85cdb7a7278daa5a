package org.escapement.it.sip;

import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sip.ClientTransaction;
import javax.sip.InvalidArgumentException;
import javax.sip.ResponseEvent;
import javax.sip.SipException;
import javax.sip.address.Address;
import javax.sip.address.AddressFactory;
import javax.sip.header.CallIdHeader;
import javax.sip.header.FromHeader;
import javax.sip.header.HeaderFactory;
import javax.sip.header.ViaHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.escapement.it.Await;

/** Sends requests to the server under test, each the first of a call. */
public final class Caller extends UserAgent {

  private static final int MAX_FORWARDS = 70;

  private final String domain;
  private final int serverPort;
  private final Map<String, Call> calls = new ConcurrentHashMap<>();

  /** A caller whose From names the domain. */
  public Caller(String domain, int serverPort) {
    super("caller");
    this.domain = domain;
    this.serverPort = serverPort;
  }

  /** Calls a user. */
  public Call invite(String user) {
    return send(Request.INVITE, "sip:" + user + '@' + server());
  }

  /**
   * Sends a request outside of a dialog.
   *
   * @param user of the Request-URI; empty for none
   */
  public Call request(String method, String user) {
    return send(method, "sip:" + (user.isEmpty() ? "" : user + '@') + server());
  }

  /** Waits until the server answers; its servlets come to be only after the deployment. */
  public void awaitServer() {
    Await.until(
        () -> "an answer to OPTIONS", () -> request(Request.OPTIONS, "").status() == Response.OK);
  }

  private String server() {
    return SipStackFactory.HOST + ':' + serverPort;
  }

  private Call send(String method, String uri) {
    try {
      Request request = create(method, uri);
      ClientTransaction transaction = provider.getNewClientTransaction(request);
      Call call = new Call(provider, transaction);
      calls.put(callId(request.getHeader(CallIdHeader.NAME)), call);
      transaction.sendRequest();
      return call;
    } catch (SipException | ParseException | InvalidArgumentException e) {
      throw new IllegalStateException(method + " for " + uri + " cannot be sent", e);
    }
  }

  private Request create(String method, String uri)
      throws SipException, ParseException, InvalidArgumentException {
    AddressFactory addresses = factory.createAddressFactory();
    HeaderFactory headers = factory.createHeaderFactory();
    CallIdHeader callId = provider.getNewCallId();
    Address from = addresses.createAddress("<sip:caller@" + domain + '>');
    FromHeader fromHeader = headers.createFromHeader(from, Long.toHexString(System.nanoTime()));
    List<ViaHeader> via = List.of(headers.createViaHeader(SipStackFactory.HOST, port, "udp", null));
    Request request =
        factory
            .createMessageFactory()
            .createRequest(
                addresses.createURI(uri),
                method,
                callId,
                headers.createCSeqHeader(1L, method),
                fromHeader,
                headers.createToHeader(addresses.createAddress('<' + uri + '>'), null),
                via,
                headers.createMaxForwardsHeader(MAX_FORWARDS));
    request.addHeader(
        headers.createContactHeader(
            addresses.createAddress("<sip:caller@" + SipStackFactory.HOST + ':' + port + '>')));
    return request;
  }

  private static String callId(Object header) {
    return ((CallIdHeader) header).getCallId();
  }

  @Override
  public void processResponse(ResponseEvent event) {
    Call call = calls.get(callId(event.getResponse().getHeader(CallIdHeader.NAME)));
    if (call != null) {
      call.answered(event.getResponse());
    }
  }
}
