package org.escapement.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.enterprise.context.ApplicationScoped;
import javax.inject.Inject;
import org.escapement.route.Route;
import org.escapement.shaping.ShaperServlet;
import org.escapement.timer.RouteTimers;
import org.escapement.timer.TimerContext;
import org.escapement.timer.TimerEnvironment;
import org.escapement.timer.TimerStatus;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** More workers than a server has threads at hand. */
@ExtendWith(ArquillianExtension.class)
class ManyWorkersIT {

  private static final int BOUND = TimerEnvironment.DEFAULT_DEDICATED_BOUND;
  private static final int MORE = 16;
  private static final int SHARED = 8;

  @Inject private RouteTimers timers;

  @Deployment
  static WebArchive deployment() {
    String configuration =
        """
        loadmodule "ptimer"
        modparam("ptimer", "default_type", 1)
        modparam("ptimer", "default_interval", "100ms")
        modparam("ptimer", "timer", "name=usual;nworkers=%d")
        modparam("ptimer", "start", "timer=usual;route=MEET")
        modparam("ptimer", "loop", "timer=usual;route=TICK")
        modparam("ptimer", "timer", "name=dedicated;nworkers=%d;executor=dedicated")
        modparam("ptimer", "start", "timer=dedicated;route=MEET")
        modparam("ptimer", "loop", "timer=dedicated;route=TICK")
        modparam("ptimer", "timer", "name=beyond;nworkers=%d")
        modparam("ptimer", "loop", "timer=beyond;route=TICK")
        """
            .formatted(BOUND, MORE, SHARED);
    return Wars.application("many", configuration, ShaperServlet.class, Meeting.class, Await.class)
        .addAsLibraries(Wars.assertions());
  }

  /** A start route that none leaves before all have come: each needs a thread of its own. */
  @ApplicationScoped
  public static class Meeting {
    private static final CountDownLatch MISSING = new CountDownLatch(BOUND + MORE);
    private static final Set<String> MET = ConcurrentHashMap.newKeySet();

    @Route("MEET")
    boolean meet(TimerContext timer) throws InterruptedException {
      MISSING.countDown();
      boolean all = MISSING.await(Await.LIMIT.toSeconds(), TimeUnit.SECONDS);
      if (all) {
        MET.add(timer.name() + '/' + timer.worker());
      }
      return all;
    }

    @Route("TICK")
    void tick() {}
  }

  @Test
  void dedicatedWorkers_allRunAtTheSameTime_eachOnItsOwnThread() {
    Await.until(
        () -> Meeting.MISSING.getCount() + " more workers, " + Meeting.MET.size() + " met",
        () -> Meeting.MET.size() == BOUND + MORE);
    awaitTicks("usual");
    awaitTicks("dedicated");
    Set<Long> threads =
        timers.timer("usual").status().workers().stream()
            .map(TimerStatus.Worker::pid)
            .collect(Collectors.toSet());
    assertThat(threads).hasSize(BOUND).doesNotContain(ProcessHandle.current().pid());
  }

  @Test
  void workersBeyondTheBound_runOnTheSharedLoop() {
    awaitTicks("beyond");
    assertThat(timers.timer("beyond").status().workers())
        .hasSize(SHARED)
        .allSatisfy(worker -> assertThat(worker.pid()).isEqualTo(ProcessHandle.current().pid()));
  }

  private void awaitTicks(String timer) {
    Await.until(
        () -> "a tick of each worker of " + timer + ": " + timers.timer(timer).status(),
        () -> timers.timer(timer).status().workers().stream().allMatch(w -> w.ticks() > 0));
  }
}
