package org.escapement.bench.war;

import java.util.concurrent.TimeUnit;
import javax.servlet.ServletContext;
import javax.servlet.sip.ServletTimer;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipServlet;
import javax.servlet.sip.TimerListener;
import javax.servlet.sip.TimerService;
import org.escapement.bench.lateness.Subject;
import org.escapement.bench.lateness.Ticks;

/** SIP's {@code TimerService}: periodic, at a fixed rate. The listener is named in sip.xml. */
public final class SipTimerSubject implements TimerListener {

  private static final String TICKS = "ticks";

  /** Counted from when the call has returned, in favour of the service. */
  private static final long FIRST_DELAY_MILLIS = 100;

  @Override
  public void timeout(ServletTimer timer) {
    long now = System.nanoTime();
    if (timer.getApplicationSession().getAttribute(TICKS) instanceof Ticks ticks) {
      ticks.ran(now);
    }
  }

  /** The service as a subject. */
  static Subject of(ServletContext context) {
    SipFactory factory = (SipFactory) context.getAttribute(SipServlet.SIP_FACTORY);
    TimerService service = (TimerService) context.getAttribute(SipServlet.TIMER_SERVICE);
    return new Service(factory, service);
  }

  private record Service(SipFactory factory, TimerService service) implements Subject {

    @Override
    public String name() {
      return "TimerService";
    }

    @Override
    public boolean reaches(long intervalNanos) {
      return intervalNanos >= TimeUnit.MILLISECONDS.toNanos(1);
    }

    @Override
    public Running start(Ticks ticks) {
      SipApplicationSession session = factory.createApplicationSession();
      session.setExpires(0);
      session.setInvalidateWhenReady(false);
      session.setAttribute(TICKS, ticks);
      long millis = TimeUnit.NANOSECONDS.toMillis(ticks.intervalNanos());
      ServletTimer timer =
          service.createTimer(session, FIRST_DELAY_MILLIS, millis, false, false, TICKS);
      ticks.origin(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(FIRST_DELAY_MILLIS));
      return () -> {
        timer.cancel();
        session.invalidate();
      };
    }
  }
}
