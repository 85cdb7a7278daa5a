package org.escapement.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import javax.servlet.sip.Address;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipURI;
import javax.servlet.sip.URI;
import org.escapement.StandIn;
import org.escapement.timer.TimerContext;
import org.junit.jupiter.api.Test;

class SyntheticRequestsTest {

  private final Container container = new Container();
  private final SyntheticRequests requests =
      new SyntheticRequests(StandIn.of(SipFactory.class, container));
  private final TimerContext timer = StandIn.of(TimerContext.class, new Timer());

  /** Worker 3 of the timer {@code queue}. */
  public static final class Timer {
    public String name() {
      return "queue";
    }

    public int worker() {
      return 3;
    }
  }

  /** The script of the factory and of all that it makes. */
  public static final class Container {
    final List<String> made = new ArrayList<>();
    int invalidated;
    int expiresMinutes = 3;
    boolean valid = true;
    Exception onCreateRequest;
    Exception onExpires;
    Exception onHeader;
    private final SipApplicationSession session = StandIn.of(SipApplicationSession.class, this);

    public SipApplicationSession createApplicationSession() {
      return session;
    }

    public int setExpires(int minutes) throws Exception {
      if (onExpires != null) {
        throw onExpires;
      }
      expiresMinutes = minutes;
      return minutes;
    }

    public boolean isValid() {
      return valid;
    }

    public void invalidate() {
      if (!valid) {
        throw new IllegalStateException("invalidated already");
      }
      valid = false;
      invalidated++;
    }

    public SipURI createSipURI(String user, String host) {
      return StandIn.of(SipURI.class, new Uri("sip:" + user + '@' + host));
    }

    public Address createAddress(URI uri, String displayName) {
      return StandIn.of(Address.class, '"' + displayName + "\" <" + uri + '>');
    }

    public SipServletRequest createRequest(
        SipApplicationSession in, String method, Address from, Address to) throws Exception {
      if (onCreateRequest != null) {
        throw onCreateRequest;
      }
      assertThat(in).isSameAs(session);
      made.add(method);
      made.add("From: " + from);
      made.add("To: " + to);
      return StandIn.of(SipServletRequest.class, new Request());
    }

    /** The script of the request. */
    public final class Request {
      public void setRequestURI(URI uri) {
        made.add("Request-URI: " + uri);
      }

      public void setHeader(String name, String value) throws Exception {
        if (onHeader != null) {
          throw onHeader;
        }
        made.add(name + ": " + value);
      }

      public String getCallId() {
        return "the-containers-own";
      }
    }
  }

  /** The script of a SIP URI. */
  public static final class Uri {
    private String text;

    Uri(String text) {
      this.text = text;
    }

    public void setParameter(String name, String value) {
      text += ';' + name + '=' + value;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  @Test
  void request_namesTimerAndWorkerAndReachesNobody() {
    var unused = requests.open(timer);

    assertThat(container.made)
        .containsExactly(
            "OPTIONS",
            "From: \"queue\" <sip:worker-3@timer.invalid>",
            "To: \"queue\" <sip:queue@timer.invalid>",
            "Request-URI: sip:queue@timer.invalid;worker=3",
            "i: queue-3@timer.invalid");
  }

  @Test
  void advertisedAddress_standsInFrom() {
    SyntheticRequests advertising =
        new SyntheticRequests(
            StandIn.of(SipFactory.class, container),
            (factory, user, otherwise) -> factory.createSipURI(user, "sip.example"));
    var unused = advertising.open(timer);

    assertThat(container.made)
        .contains(
            "From: \"queue\" <sip:worker-3@sip.example>",
            "Request-URI: sip:queue@timer.invalid;worker=3");
  }

  @Test
  void session_neverExpiresAndEndsWithTheState() {
    WorkerState state = requests.open(timer);
    assertThat(container.expiresMinutes).isZero();
    assertThat(container.valid).isTrue();
    assertThat(state.request()).isSameAs(state.request());

    state.close();
    state.close();

    assertThat(container.invalidated).isEqualTo(1);
  }

  @Test
  void sessionThatTheApplicationInvalidated_isLeftAlone() {
    WorkerState state = requests.open(timer);
    container.invalidate();

    state.close();

    assertThat(container.invalidated).isEqualTo(1);
  }

  @Test
  void containerThatKeepsItsCallId_isTaken() {
    container.onHeader = new IllegalArgumentException("system header");

    assertThat(requests.open(timer).request().getCallId()).isEqualTo("the-containers-own");
    assertThat(container.valid).isTrue();
  }

  @Test
  void requestThatCannotBeMade_leavesNoSessionBehind() {
    container.onCreateRequest = new IllegalStateException("no");

    assertThatThrownBy(() -> requests.open(timer)).isSameAs(container.onCreateRequest);

    assertThat(container.invalidated).isEqualTo(1);
  }

  @Test
  void sessionThatCannotBeKept_isInvalidated() {
    container.onExpires = new IllegalStateException("no");

    assertThatThrownBy(() -> requests.open(timer)).isSameAs(container.onExpires);

    assertThat(container.invalidated).isEqualTo(1);
  }

  @Test
  void headerThatFailsOtherwise_leavesNoSessionBehind() {
    container.onHeader = new IllegalStateException("no");

    assertThatThrownBy(() -> requests.open(timer)).isSameAs(container.onHeader);

    assertThat(container.invalidated).isEqualTo(1);
  }
}
