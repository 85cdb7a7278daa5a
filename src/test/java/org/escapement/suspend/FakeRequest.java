package org.escapement.suspend;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipSession;
import org.escapement.StandIn;

/** A request that notes how it is answered. */
public final class FakeRequest {

  /** Status codes, in the order of sending. */
  public final List<Integer> answers = Collections.synchronizedList(new ArrayList<>());

  private final String callId;
  private final Map<String, Object> attributes = new HashMap<>();

  public FakeRequest(String callId) {
    this.callId = callId;
  }

  public String getCallId() {
    return callId;
  }

  public SipSession getSession() {
    return StandIn.of(SipSession.class, this);
  }

  public void setAttribute(String name, Object value) {
    attributes.put(name, value);
  }

  public Object getAttribute(String name) {
    return attributes.get(name);
  }

  public void removeAttribute(String name) {
    attributes.remove(name);
  }

  public String getMethod() {
    return "INVITE";
  }

  public SipServletResponse createResponse(int status) {
    return StandIn.of(SipServletResponse.class, new Answer(status));
  }

  public SipServletRequest request() {
    return StandIn.of(SipServletRequest.class, this);
  }

  /** An answer that is noted when it is sent. */
  public final class Answer {
    private final int status;

    Answer(int status) {
      this.status = status;
    }

    public void send() {
      answers.add(status);
    }
  }
}
