package org.escapement.timer;

import java.util.List;
import java.util.function.Consumer;

/** A timer with its workers and what drives them. Thread-safe. */
final class LiveTimer implements TimerControl {

  /** A worker and its driver. */
  record Unit(Worker worker, Driver driver) {

    void command(int command) {
      worker.post(command);
      driver.tell();
    }

    void wake() {
      if (worker.wake()) {
        driver.tellQuietly();
      }
    }

    /** Begins to stop; one with nothing to end has finished when this returns. */
    void stop() {
      worker.post(CommandSlot.STOP);
      worker.finishIfIdle();
      driver.tell();
    }

    /** Lets no more route begin; returns whether that cut anything short. */
    boolean cut() {
      boolean cut = worker.cut();
      if (cut) {
        driver.interrupt();
        driver.tell();
      }
      return cut;
    }
  }

  private final TimerDefinition defined;
  private final TimerSettings settings;
  private final boolean dedicated;
  private final List<Unit> units;

  LiveTimer(TimerDefinition defined, TimerSettings settings, boolean dedicated, List<Unit> units) {
    this.defined = defined;
    this.settings = settings;
    this.dedicated = dedicated;
    this.units = List.copyOf(units);
  }

  void launch() {
    ExecutorKind kind = dedicated ? ExecutorKind.DEDICATED : ExecutorKind.SHARED;
    TimerLog.LOG.started(name(), defined.type(), defined.interval(), units.size(), kind);
    units.forEach(unit -> unit.driver().launch());
  }

  List<Unit> units() {
    return units;
  }

  boolean isFinished() {
    return units.stream().allMatch(unit -> unit.worker().isFinished());
  }

  /** How many of the workers have a thread of their own at present. */
  int dedicatedWorkers() {
    return dedicated ? (int) units.stream().filter(unit -> !unit.worker().isFinished()).count() : 0;
  }

  @Override
  public String name() {
    return defined.name();
  }

  @Override
  public TimerDefinition definition() {
    TimerSettings.Values values = settings.values();
    return defined.with(values.interval(), values.ntasks(), values.nslices());
  }

  @Override
  public TimerStatus status() {
    return new TimerStatus(
        definition(), units.stream().map(unit -> unit.worker().status()).toList());
  }

  @Override
  public TimerStats stats() {
    return new TimerStats(name(), units.stream().map(unit -> unit.worker().stats()).toList());
  }

  @Override
  public void setInterval(String text) {
    set("interval", text, () -> settings.interval(Interval.parse(text)));
  }

  @Override
  public void setNtasks(String text) {
    set("ntasks", text, () -> settings.ntasks(Numbers.parse("ntasks", text, 0, Numbers.MAX)));
  }

  @Override
  public void setNslices(String text) {
    set("nslices", text, () -> settings.nslices(Numbers.parse("nslices", text, 1, Numbers.MAX)));
  }

  private void set(String attribute, String text, Runnable change) {
    try {
      change.run();
    } catch (IllegalArgumentException e) {
      throw new TimerFaultException(400, "Invalid value: " + e.getMessage());
    }
    TimerLog.LOG.changed(name(), attribute, text);
  }

  @Override
  public void pause(int worker) {
    command(worker, CommandSlot.PAUSE);
  }

  @Override
  public void resume(int worker) {
    command(worker, CommandSlot.RESUME);
  }

  @Override
  public void start(int worker) {
    command(worker, CommandSlot.START);
  }

  @Override
  public void loop(int worker) {
    command(worker, CommandSlot.LOOP);
  }

  @Override
  public void end(int worker) {
    command(worker, CommandSlot.END);
  }

  private void command(int worker, int command) {
    forUnits(worker, unit -> unit.command(command));
  }

  @Override
  public void wake(int worker) {
    forUnits(worker, Unit::wake);
  }

  private void forUnits(int worker, Consumer<Unit> action) {
    if (worker < ALL || worker >= units.size()) {
      throw TimerFaultException.invalidWorker(Integer.toString(worker), name(), units.size());
    }
    int first = worker == ALL ? 0 : worker;
    int last = worker == ALL ? units.size() - 1 : worker;
    for (int i = first; i <= last; i++) {
      action.accept(units.get(i));
    }
  }
}
