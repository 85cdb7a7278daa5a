package org.escapement.it.sip;

/**
 * A caller whose every message a test asks for. Each request but CANCEL and ACK has a branch of its
 * own.
 */
public final class WireCaller implements AutoCloseable {

  private static final String CALLEE = "<sip:callee@example.com>";

  private final Wire wire;
  private final int serverPort;
  private String callId = "";
  private String branch = "";
  private int calls;
  private int cseq;

  public WireCaller(int serverPort) {
    this.serverPort = serverPort;
    this.wire = new Wire(serverPort);
  }

  public int port() {
    return wire.port();
  }

  /** The URI of a user at the server. */
  public String uri(String user) {
    return "sip:" + user + "@127.0.0.1:" + serverPort;
  }

  /** Sends the first request of a call. */
  public void begin(String method, String uri) {
    var unused = begin(method, uri, "", "");
  }

  /**
   * Sends the first request of a call.
   *
   * @param more lines of further headers, each with its end
   * @return what was sent
   */
  public WireMessage begin(String method, String uri, String more, String body) {
    callId = "call-" + ++calls + '-' + System.nanoTime();
    cseq = 0;
    return request(method, uri, CALLEE, more, body);
  }

  /** Sends a request within the dialog that an answer made. */
  public void within(String method, WireMessage answer) {
    var unused = request(method, answer.contact(), answer.header("To"), answer.routes(), "");
  }

  private WireMessage request(String method, String uri, String to, String more, String body) {
    cseq++;
    branch = newBranch();
    return send(method, cseq, uri, to, more, body);
  }

  private static String newBranch() {
    return "z9hG4bK" + Long.toHexString(System.nanoTime());
  }

  /** Acknowledges a 2xx of the last INVITE, within its dialog. */
  public void acknowledge(WireMessage answer) {
    branch = newBranch();
    var unused = send("ACK", cseq, answer.contact(), answer.header("To"), answer.routes(), "");
  }

  /** Acknowledges another final answer of the last INVITE, within its transaction. */
  public void acknowledgeFailure(String uri, WireMessage answer) {
    var unused = send("ACK", cseq, uri, answer.header("To"), "", "");
  }

  /** Cancels the last INVITE. */
  public void cancel(String uri) {
    var unused = send("CANCEL", cseq, uri, CALLEE, "", "");
  }

  private WireMessage send(
      String method, int number, String uri, String to, String more, String body) {
    String text =
        """
        %s %s SIP/2.0
        Via: SIP/2.0/UDP 127.0.0.1:%d;branch=%s
        From: "Bob" <sip:bob@customer.example>;tag=caller
        To: %s
        Call-ID: %s
        CSeq: %d %s
        Max-Forwards: 70
        Contact: <sip:bob@127.0.0.1:%d>
        %sContent-Length: %d

        %s"""
            .formatted(
                method,
                uri,
                wire.port(),
                branch,
                to,
                callId,
                number,
                method,
                wire.port(),
                more,
                body.length(),
                body);
    return wire.send(text);
  }

  /** As {@link Wire#receive}. */
  public WireMessage receive(String begin) {
    return wire.receive(begin);
  }

  /** The Call-ID of the present call. */
  public String callId() {
    return callId;
  }

  @Override
  public void close() {
    wire.close();
  }
}
