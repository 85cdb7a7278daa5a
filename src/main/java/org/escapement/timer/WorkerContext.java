package org.escapement.timer;

import java.util.concurrent.atomic.AtomicLong;
import org.escapement.timer.TimerSettings.Values;
import org.escapement.timer.TimerStatus.State;
import org.jspecify.annotations.Nullable;

/**
 * The values of one worker, as its routes see them.
 *
 * <p>Tasks and slices belong to the worker, the interval to the timer. When the round, the present
 * slice or, in a timer with slices, the slice's number changes, the tasks are computed anew; so
 * those that a start route sets itself hold for the slice present then, and in a timer without
 * slices for good.
 *
 * <p>Written by the worker's steps; the volatile fields are read by others for listings.
 */
final class WorkerContext implements TimerContext {

  private final TimerDefinition definition;
  private final TimerSettings settings;
  private final WorkerCounters counters;
  private final int worker;

  /** The clock's reading when the running route began, made odd; 0 while none runs. */
  private final AtomicLong begunNanos = new AtomicLong();

  private volatile long pid;
  private volatile long ntasks;
  private volatile long nslices;
  private volatile long slice;
  private volatile long tasks;

  private Values seen;
  private long dueNanos;
  private long latenessNanos;
  private boolean restAsked;
  private @Nullable State running;
  private @Nullable Thread thread;
  private @Nullable Object attachment;

  WorkerContext(
      TimerDefinition definition,
      TimerSettings settings,
      WorkerCounters counters,
      int worker,
      long pid) {
    this.definition = definition;
    this.settings = settings;
    this.counters = counters;
    this.worker = worker;
    this.pid = pid;
    this.seen = settings.values();
    this.ntasks = seen.ntasks();
    this.nslices = seen.nslices();
    recompute();
  }

  /** A route begins on the calling thread. */
  void enter(State route, long due, long lateness) {
    running = route;
    thread = Thread.currentThread();
    dueNanos = due;
    latenessNanos = lateness;
    restAsked = false;
    begunNanos.setRelease((due + lateness) | 1);
  }

  /** The route that was entered has returned. */
  void leave() {
    running = null;
    thread = null;
    begunNanos.setRelease(0);
  }

  /** How long the route that runs now has been running, to 2 ns; 0 if none runs. For any thread. */
  long runningNanos(long now) {
    long begun = begunNanos.get();
    return begun == 0 ? 0 : Math.max(1, now - begun);
  }

  /** Whether the loop route that has just returned asked for a rest. */
  boolean restAsked() {
    return restAsked;
  }

  void pid(long id) {
    pid = id;
  }

  /** Takes over what was set for the timer since the last call; returns whether there was any. */
  boolean adoptSettings() {
    Values now = settings.values();
    if (now.version() == seen.version()) {
      return false;
    }
    if (now.ntasksSets() != seen.ntasksSets()) {
      ntasks = now.ntasks();
      recompute();
    }
    if (now.nslicesSets() != seen.nslicesSets()) {
      moveNslices(now.nslices());
    }
    seen = now;
    return true;
  }

  /** The interval last taken over by {@link #adoptSettings}, in nanoseconds. */
  long intervalNanos() {
    return seen.interval().nanos();
  }

  /** Goes back to the first slice. */
  void firstSlice() {
    slice = 0;
    recompute();
  }

  /** Goes on to the next slice, if there are slices. */
  void nextSlice() {
    if (definition.type().sliced()) {
      long next = slice + 1;
      slice = next < nslices ? next : 0;
      recompute();
    }
  }

  private void moveNslices(long count) {
    nslices = count;
    if (slice >= count) {
      slice = 0;
    }
    recompute();
  }

  private void recompute() {
    tasks = definition.type().sliced() ? Slicing.tasks(slice, ntasks, nslices) : ntasks;
  }

  private void requireRunning(State route, String what, Object value) {
    if (running != route || thread != Thread.currentThread()) {
      throw new IllegalStateException(
          what
              + value
              + " is for the "
              + route
              + " route alone, and timer "
              + name()
              + ", worker "
              + worker
              + ", does not run it on this thread");
    }
  }

  private void requireStart(String name, Object value) {
    requireRunning(State.START, "setting " + name + " to ", value);
  }

  @Override
  public String name() {
    return definition.name();
  }

  @Override
  public TimerType type() {
    return definition.type();
  }

  @Override
  public int nworkers() {
    return definition.nworkers();
  }

  @Override
  public int worker() {
    return worker;
  }

  @Override
  public long pid() {
    return pid;
  }

  @Override
  public String interval() {
    return settings.values().interval().text();
  }

  @Override
  public void interval(String interval) {
    requireStart("interval", interval);
    settings.interval(Interval.parse(interval));
  }

  @Override
  public long ntasks() {
    return ntasks;
  }

  @Override
  public void ntasks(long value) {
    requireStart("ntasks", value);
    ntasks = Numbers.require("ntasks", value, 0, Numbers.MAX);
    recompute();
  }

  @Override
  public long tasks() {
    return tasks;
  }

  @Override
  public void tasks(long value) {
    requireStart("tasks", value);
    tasks = Numbers.require("tasks", value, 0, ntasks);
  }

  @Override
  public long nslices() {
    return nslices;
  }

  @Override
  public void nslices(long value) {
    requireStart("nslices", value);
    moveNslices(Numbers.require("nslices", value, 1, Numbers.MAX));
  }

  @Override
  public long slice() {
    return slice;
  }

  @Override
  public void slice(long value) {
    requireStart("slice", value);
    slice = Numbers.require("slice", value, 0, nslices - 1);
    recompute();
  }

  @Override
  public long dueNanos() {
    return dueNanos;
  }

  @Override
  public long latenessNanos() {
    return latenessNanos;
  }

  @Override
  public long missed() {
    return counters.missed();
  }

  @Override
  public void rest() {
    requireRunning(State.LOOP, "rest", "()");
    restAsked = true;
  }

  @Override
  public @Nullable Object attachment() {
    return attachment;
  }

  @Override
  public void attach(@Nullable Object object) {
    attachment = object;
  }
}
