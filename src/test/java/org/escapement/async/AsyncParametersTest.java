package org.escapement.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.escapement.clock.ManualClock;
import org.escapement.command.CommandTable;
import org.escapement.module.ModuleContext;
import org.escapement.module.Parameter;
import org.escapement.module.Processes;
import org.escapement.module.Rank;
import org.escapement.parameter.Cores;
import org.escapement.route.RouteTable;
import org.escapement.worker.WorkerGroup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The workers that the core parameters ask for. */
class AsyncParametersTest implements Processes {

  private static final long LIMIT_SECONDS = 30;
  private static final int HANDED_IN = 1_000;

  private final AsyncModule module = new AsyncModule();
  private final Map<String, Thread> threads = new LinkedHashMap<>();
  private int registered;
  private volatile boolean stopping;

  private void start(String configuration) {
    ManualClock clock = new ManualClock();
    module.parameters().forEach(Parameter::reset);
    module.modInit(
        new ModuleContext(
            new CommandTable(),
            Cores.of(configuration),
            null,
            new RouteTable(),
            null,
            clock,
            clock,
            Runnable::run,
            List.of(),
            this));
    module.childInit(Rank.PROC_MAIN);
  }

  @AfterEach
  void end() throws InterruptedException {
    stopping = true;
    for (Thread thread : threads.values()) {
      thread.interrupt();
      thread.join(TimeUnit.SECONDS.toMillis(LIMIT_SECONDS));
      assertThat(thread.isAlive()).isFalse();
    }
  }

  @Override
  public void registerProcesses(int count) {
    registered += count;
  }

  @Override
  public int processCount() {
    return registered;
  }

  @Override
  public void forkProcess(int rank, String name, Runnable task) {
    Thread thread = new Thread(task, name);
    threads.put(name, thread);
    thread.start();
  }

  @Override
  public boolean stopping() {
    return stopping;
  }

  private WorkerGroup group(String name) {
    return module.async().groups().group(name);
  }

  private void awaitState(String worker, Thread.State state) {
    long begin = System.nanoTime();
    while (threads.get(worker).getState() != state) {
      assertThat(System.nanoTime() - begin)
          .as("%s is %s", worker, threads.get(worker).getState())
          .isLessThan(TimeUnit.SECONDS.toNanos(LIMIT_SECONDS));
      Thread.onSpinWait();
    }
  }

  private void runAll(WorkerGroup group) throws InterruptedException {
    CountDownLatch left = new CountDownLatch(HANDED_IN);
    for (int i = 0; i < HANDED_IN; i++) {
      group.submit(left::countDown);
    }
    assertThat(left.await(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          async_workers=2 | async default-0, async default-1
          async_workers_group="name=slow;workers=2" | async slow-0, async slow-1
          async_workers=1 async_workers_group="name=slow;workers=1" | async default-0, async slow-0
          async_workers=3 async_workers_group="name=default;workers=1" | async default-0
          """)
  void workers_areThoseThatAreAskedFor(String configuration, String workers)
      throws InterruptedException {
    start(configuration.replace(" async", "\nasync"));

    assertThat(threads.keySet()).containsExactly(workers.split(", ", -1));
    assertThat(registered).isEqualTo(threads.size());
    for (WorkerGroup group : module.async().groups().list()) {
      runAll(group);
    }
  }

  @Test
  void noWorkers_turnTheFrameworkOff() {
    start("async_workers=0");

    assertThat(threads).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> group("default"))
        .withMessage("there are no async workers; set async_workers or async_workers_group");
  }

  @Test
  void nonblock_polls_andOthersWait() {
    start(
        """
        async_workers=1
        async_nonblock=1
        async_usleep=1000
        async_workers_group="name=waiting;workers=1"
        """);

    awaitState("async default-0", Thread.State.TIMED_WAITING);
    awaitState("async waiting-0", Thread.State.WAITING);
  }

  @Test
  void usleep_isThePauseBetweenTwoPolls() throws InterruptedException {
    start(
        """
        async_workers=1
        async_nonblock=1
        async_usleep=%d
        async_workers_group="name=quick;workers=1;nonblock=1;usleep=1"
        """
            .formatted(TimeUnit.MINUTES.toMicros(30)));
    awaitState("async default-0", Thread.State.TIMED_WAITING);
    CountDownLatch ran = new CountDownLatch(1);

    group("default").submit(ran::countDown);
    runAll(group("quick"));

    assertThat(ran.getCount()).isOne();
    threads.get("async default-0").interrupt();
    assertThat(ran.await(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
  }
}
