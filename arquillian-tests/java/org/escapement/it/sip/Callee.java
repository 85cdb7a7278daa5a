package org.escapement.it.sip;

import java.text.ParseException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sip.InvalidArgumentException;
import javax.sip.RequestEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.address.SipURI;
import javax.sip.header.ToHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** The next hop: answers every request, and remembers what came and when. */
public final class Callee extends UserAgent {

  /** Users whose name begins so are busy. */
  public static final String BUSY = "busy";

  /**
   * A request that came.
   *
   * @param user of the Request-URI; empty if it has none
   * @param within whether it came within a dialog
   * @param nanos when, on the monotonic clock
   */
  public record Arrival(String method, String user, boolean within, long nanos) {}

  private final Queue<Arrival> arrivals = new ConcurrentLinkedQueue<>();

  public Callee() {
    super("callee");
  }

  /** All that came so far, in order; ACKs are left out. */
  public List<Arrival> arrivals() {
    return List.copyOf(arrivals);
  }

  /** The initial INVITEs so far for users whose name begins so, in order. */
  public List<Arrival> calls(String prefix) {
    return arrivals.stream()
        .filter(a -> a.method().equals(Request.INVITE) && !a.within())
        .filter(a -> a.user().startsWith(prefix))
        .toList();
  }

  @Override
  public void processRequest(RequestEvent event) {
    long now = System.nanoTime();
    Request request = event.getRequest();
    if (request.getMethod().equals(Request.ACK)) {
      return;
    }
    boolean within = ((ToHeader) request.getHeader(ToHeader.NAME)).getTag() != null;
    String user = ((SipURI) request.getRequestURI()).getUser();
    arrivals.add(new Arrival(request.getMethod(), user == null ? "" : user, within, now));
    try {
      answer(event, request, within, user != null && user.startsWith(BUSY));
    } catch (SipException | ParseException | InvalidArgumentException e) {
      throw new IllegalStateException("no answer to " + request.getMethod(), e);
    }
  }

  private void answer(RequestEvent event, Request request, boolean within, boolean busy)
      throws SipException, ParseException, InvalidArgumentException {
    ServerTransaction transaction = event.getServerTransaction();
    if (transaction == null) {
      transaction = provider.getNewServerTransaction(request);
    }
    Response response =
        factory
            .createMessageFactory()
            .createResponse(busy ? Response.BUSY_HERE : Response.OK, request);
    if (!within) {
      ((ToHeader) response.getHeader(ToHeader.NAME)).setTag(Long.toHexString(System.nanoTime()));
    }
    response.addHeader(
        factory
            .createHeaderFactory()
            .createContactHeader(
                factory
                    .createAddressFactory()
                    .createAddress("<sip:callee@" + SipStackFactory.HOST + ':' + port + '>')));
    transaction.sendResponse(response);
  }
}
