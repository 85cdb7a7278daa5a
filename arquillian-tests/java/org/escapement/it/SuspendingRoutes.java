package org.escapement.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import javax.enterprise.context.ApplicationScoped;
import javax.inject.Inject;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipURI;
import org.escapement.async.Async;
import org.escapement.route.MessageContext;
import org.escapement.route.Route;
import org.escapement.routing.MessageRouting;
import org.escapement.suspend.Handle;
import org.escapement.suspend.SuspendedRequests;

/** Does with a request what the user of its Request-URI says: mostly, it has to wait. */
@ApplicationScoped
public class SuspendingRoutes {

  /** Holds the port of the next hop. */
  static final String PORT = "callee.port";

  private static final int MARK = 3;
  private static final Duration SHORT = Duration.ofMillis(300);

  private final Map<String, Handle> handles = new ConcurrentHashMap<>();

  @Inject private MessageRouting routing;
  @Inject private SuspendedRequests suspended;
  @Inject private Async async;

  /** The handles of suspended requests, by the user of their Request-URI. */
  Map<String, Handle> handles() {
    return handles;
  }

  @Route("request_route")
  void request(MessageContext message, SipServletRequest request) throws IOException {
    if (!request.isInitial() || request.getMethod().equals("CANCEL")) {
      return;
    }
    String user = ((SipURI) request.getRequestURI()).getUser();
    message.setFlag(MARK);
    switch (user == null ? "" : user.replaceFirst("-.*", "")) {
      case "" -> message.reply(SipServletResponse.SC_OK, "");
      case "wait" -> handles.put(user, suspended.suspend(request));
      case "short" -> handles.put(user, suspended.suspend(request, SHORT));
      case "task" -> async.asyncTaskRoute(request, "GO_ON");
      case "nap" -> async.asyncMsSleep(request, SHORT.toMillis(), "GO_ON");
      case "sleep" -> async.asyncSleep(request, (int) Duration.ofHours(1).toSeconds(), "GO_ON");
      default -> message.reply(SipServletResponse.SC_NOT_FOUND, "");
    }
  }

  /** To the next hop, if the request is what it was when it was suspended. */
  @Route("GO_ON")
  void goOn(MessageContext message) throws Exception {
    if (message.isFlagSet(MARK)) {
      message.forward(List.of(callee(message)));
    }
  }

  @Route("FAIL")
  void fail() {
    throw new UnsupportedOperationException("on purpose");
  }

  @Route("ANSWER")
  void answer(MessageContext message) throws IOException {
    message.reply(SipServletResponse.SC_BUSY_HERE, "Not now");
  }

  @Route("AGAIN")
  void again(SipServletRequest request) {
    handles.put(((SipURI) request.getRequestURI()).getUser() + ".2", suspended.suspend(request));
  }

  private SipURI callee(MessageContext message) throws IOException {
    String user = ((SipURI) ((SipServletRequest) message.message()).getRequestURI()).getUser();
    try (InputStream in = SuspendingRoutes.class.getClassLoader().getResourceAsStream(PORT)) {
      SipURI uri = Objects.requireNonNull(routing.factory()).createSipURI(user, "127.0.0.1");
      uri.setPort(Integer.parseInt(new String(in.readAllBytes(), UTF_8)));
      return uri;
    }
  }
}
