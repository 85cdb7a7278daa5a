package org.escapement.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.escapement.metrics.Health.QueueState;
import org.junit.jupiter.api.Test;

class HealthTest {

  private final Timers timers = new Timers();
  private boolean running = true;
  private List<QueueState> queues = List.of();
  private final Health health =
      new Health(timers.registry, () -> running, () -> queues, Duration.ofSeconds(5)::toNanos);

  @Test
  void started_isWhetherTheWorkersRun() {
    assertThat(health.isStarted()).isTrue();
    running = false;
    assertThat(health.isStarted()).isFalse();
    assertThat(health.getNotReady()).containsExactly("the timers do not run");
  }

  @Test
  void ready_untilNoQueueTakesCalls() {
    assertThat(health.isReady()).isTrue();

    queues = List.of(new QueueState("a", false), new QueueState("b", true));
    assertThat(health.isReady()).isTrue();

    queues = List.of(new QueueState("a", false), new QueueState("b", false));
    assertThat(health.isReady()).isFalse();
    assertThat(health.getNotReady())
        .containsExactly("queue a takes no calls", "queue b takes no calls");
  }

  @Test
  void routeThatRunsForTooLong_isNamed_andOnlyWhileItRuns() {
    List<Boolean> live = new java.util.ArrayList<>();
    List<String> slow = new java.util.ArrayList<>();
    timers.add(
        "billing",
        "type=1;interval=1s",
        context -> {
          timers.clock.advance(Duration.ofSeconds(5));
          live.add(health.isLive());
          timers.clock.advance(Duration.ofMillis(2));
          live.add(health.isLive());
          slow.addAll(health.getSlowRoutes());
        });

    timers.pass(Duration.ZERO);

    assertThat(live).startsWith(true, false);
    assertThat(slow.get(0))
        .startsWith("route L of timer billing, worker 0, has been running for 500");
    assertThat(health.isLive()).isTrue();
  }
}
