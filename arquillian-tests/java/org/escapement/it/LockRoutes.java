package org.escapement.it;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.enterprise.context.ApplicationScoped;
import javax.inject.Inject;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipURI;
import org.escapement.it.NotesServlet.Notes;
import org.escapement.lock.LockSet;
import org.escapement.route.MessageContext;
import org.escapement.route.Route;
import org.escapement.route.RouteContext;

/** Takes locks for messages, as their users say, while a timer's worker tries to get the same. */
@ApplicationScoped
public class LockRoutes {

  private static final int NUMBER = 7;

  @Inject private LockSet locks;
  @Inject private Notes notes;

  private final CountDownLatch tried = new CountDownLatch(1);
  private volatile boolean held;
  private volatile boolean forgot;
  private volatile boolean free;

  @Route("request_route")
  void request(RouteContext route, MessageContext message, SipServletRequest request)
      throws Exception {
    String user = Objects.requireNonNullElse(((SipURI) request.getRequestURI()).getUser(), "");
    switch (user) {
      case "forget" -> {
        notes.add("took key " + route.function("lock", "forgotten"));
        notes.add("took number " + locks.tryLock(NUMBER));
        forgot = true;
      }
      case "held" -> held(route);
      case "size" -> notes.add("size " + locks.size());
      default -> {}
    }
    answer(message);
  }

  private static void answer(MessageContext message) throws IOException {
    message.reply(SipServletResponse.SC_OK, "");
  }

  /** Holds the lock until the worker has found it taken, and gives it back. */
  private void held(RouteContext route) throws Exception {
    notes.add("holds " + route.function("lock", "contended"));
    held = true;
    notes.add("was tried " + tried.await(Await.LIMIT.toSeconds(), TimeUnit.SECONDS));
    notes.add("gave back " + route.function("unlock", "contended"));
    notes.add("not again " + route.function("unlock", "contended"));
  }

  /** Each tick, on a thread of its own. */
  @Route("TRY")
  void tryAll(RouteContext route) throws Exception {
    if (held && tried.getCount() > 0) {
      notes.add("while it is held " + route.function("trylock", "contended"));
      tried.countDown();
    }
    if (forgot && !free && isFree(route)) {
      free = true;
      notes.add("free again");
    }
  }

  private boolean isFree(RouteContext route) throws Exception {
    boolean byKey = route.function("trylock", "forgotten") > 0;
    boolean byNumber = locks.tryLock(NUMBER);
    return byKey && byNumber && route.function("unlock", "forgotten") > 0 && locks.unlock(NUMBER);
  }
}
