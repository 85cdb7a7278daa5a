package org.escapement.it;

import java.io.IOException;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.enterprise.context.Dependent;
import javax.inject.Inject;
import javax.servlet.sip.SipServlet;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.escapement.async.Async;
import org.escapement.route.Route;
import org.escapement.suspend.Handle;
import org.escapement.suspend.SuspendedRequests;

/**
 * Suspends requests until {@value #ALL} have come, then sends all to sleep for 2 s at once, and
 * answers each when it wakes up. What it sees it notes in system properties.
 */
@Dependent
public class SleepingServlet extends SipServlet {

  static final int ALL = 10_000;
  static final String COME = "it.async.come";
  static final String ASLEEP = "it.async.asleep";
  static final String THREADS = "it.async.threads";
  static final String WOKEN = "it.async.woken";

  private static final long serialVersionUID = 1L;
  private static final int SLEEP_SECONDS = 2;

  private final transient Queue<Handle> handles = new ConcurrentLinkedQueue<>();
  private final transient AtomicInteger come = new AtomicInteger();
  private final transient AtomicInteger gone = new AtomicInteger();
  private final transient AtomicInteger woken = new AtomicInteger();
  private final transient Set<String> threads = ConcurrentHashMap.newKeySet();
  @Inject private transient Async async;
  @Inject private transient SuspendedRequests suspended;

  @Override
  protected void doMessage(SipServletRequest request) {
    handles.add(suspended.suspend(request));
    int present = come.incrementAndGet();
    System.setProperty(COME, Integer.toString(present));
    if (present == ALL) {
      handles.forEach(handle -> suspended.resume(handle, "TO_BED"));
    }
  }

  @Route("TO_BED")
  void toBed(SipServletRequest request) {
    async.asyncSleep(request, SLEEP_SECONDS, "WAKE");
    if (gone.incrementAndGet() == ALL) {
      System.setProperty(ASLEEP, Integer.toString(suspended.suspensions().waiting()));
    }
  }

  @Route("WAKE")
  void wake(SipServletRequest request) throws IOException {
    threads.add(Thread.currentThread().getName());
    request.createResponse(SipServletResponse.SC_OK).send();
    System.setProperty(THREADS, Integer.toString(threads.size()));
    System.setProperty(WOKEN, Integer.toString(woken.incrementAndGet()));
  }
}
