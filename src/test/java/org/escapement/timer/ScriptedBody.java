package org.escapement.timer;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A body that records what is called, as a list of {@code open start loop end close}, and does what
 * a test tells it to.
 */
class ScriptedBody implements WorkerBody, WorkerBody.Factory {

  /** What a route does in a test. */
  @FunctionalInterface
  interface Script {
    int run(TimerContext timer) throws Throwable;
  }

  final List<String> calls = new CopyOnWriteArrayList<>();
  volatile Script onOpen = timer -> 1;
  volatile Script onStart = timer -> 1;
  volatile Script onLoop = timer -> 1;
  volatile Script onEnd = timer -> 1;
  volatile Script onClose = timer -> 1;
  private volatile TimerContext context;

  @Override
  public WorkerBody create(TimerContext timer) {
    context = timer;
    return this;
  }

  TimerContext context() {
    return context;
  }

  /** What was called since the last look, in one line. */
  String takeCalls() {
    String line = String.join(" ", calls);
    calls.clear();
    return line;
  }

  @Override
  public void open(TimerContext timer) throws Throwable {
    calls.add("open");
    onOpen.run(timer);
  }

  @Override
  public int start(TimerContext timer) throws Throwable {
    calls.add("start");
    return onStart.run(timer);
  }

  @Override
  public int loop(TimerContext timer) throws Throwable {
    calls.add("loop");
    return onLoop.run(timer);
  }

  @Override
  public void end(TimerContext timer) throws Throwable {
    calls.add("end");
    onEnd.run(timer);
  }

  @Override
  public void close() throws Throwable {
    calls.add("close");
    onClose.run(context);
  }
}
