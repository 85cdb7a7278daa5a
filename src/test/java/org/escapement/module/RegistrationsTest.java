package org.escapement.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.escapement.module.Recording.Recorded;
import org.junit.jupiter.api.Test;

/** When modules may register, count and start workers. */
class RegistrationsTest {

  private final LifeCycleFixture fixture = new LifeCycleFixture();
  private final Recording recording = fixture.recording;

  private Recorded module(String name) {
    return recording.module(name);
  }

  @Test
  void processCount_isKnownFromProcInitOn() {
    AtomicInteger count = new AtomicInteger();
    Recorded asking =
        module("a")
            .onModInit(
                (context, rank) -> {
                  context.registerProcesses(2);
                  context.registerProcesses(1);
                  assertThatThrownBy(context::processCount)
                      .isInstanceOf(IllegalStateException.class)
                      .hasMessageContaining("module a asks for the number of workers in modInit");
                  return 0;
                })
            .onChildInit(
                (context, rank) -> {
                  count.set(context.processCount());
                  return 0;
                });

    fixture.start(asking, module("b").forking(1, 2));
    fixture.stop();

    assertThat(count).hasValue(5);
  }

  @Test
  void workersOutOfTime_areRefusedByName() {
    Recorded late =
        module("a")
            .onModInit(
                (context, rank) -> {
                  assertThatThrownBy(() -> context.forkProcess(1, "w", () -> {}))
                      .isInstanceOf(IllegalStateException.class)
                      .hasMessage("module a may start worker w in childInit(PROC_MAIN) only");
                  return 0;
                })
            .onChildInit(
                (context, rank) -> {
                  assertThatThrownBy(() -> context.registerProcesses(1))
                      .isInstanceOf(IllegalStateException.class)
                      .hasMessage("module a may register workers in its modInit only");
                  if (rank != Rank.PROC_MAIN) {
                    assertThatThrownBy(() -> context.forkProcess(1, "w", () -> {}))
                        .isInstanceOf(IllegalStateException.class);
                  }
                  return 0;
                });

    fixture.start(late, module("b").forking(1));
    fixture.stop();

    assertThat(recording.of("b-0")).hasSize(3);
  }

  @Test
  void moreWorkersThanRegistered_endTheStart_andNameTheModule() {
    Recorded greedy =
        module("b")
            .onModInit(
                (context, rank) -> {
                  context.registerProcesses(1);
                  return 0;
                })
            .onChildInit(
                (context, rank) -> {
                  if (rank == Rank.PROC_MAIN) {
                    context.forkProcess(1, "one", fixture::untilInterrupted);
                    context.forkProcess(1, "two", fixture::untilInterrupted);
                  }
                  return 0;
                });

    assertThatThrownBy(() -> fixture.start(module("a").forking(1, 1, 1), greedy))
        .isInstanceOf(ModuleException.class)
        .hasMessageContaining("module b failed in childInit, rank PROC_MAIN")
        .hasMessageContaining("has registered 1 workers and starts one more, two");
    assertThat(recording.of("two")).isEmpty();
    assertThat(recording.of("main")).endsWith("b.destroy", "a.destroy");
  }
}
