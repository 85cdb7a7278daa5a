package org.escapement.variable;

import org.escapement.StandIn;
import org.escapement.timer.TimerContext;
import org.escapement.timer.TimerType;

/** A worker of a timer without the timer; its start route runs. */
public final class FakeTimer {

  private String interval = "100ms";
  private long ntasks = 1000;
  private long tasks = 13;
  private long nslices = 80;
  private long slice = 7;
  private Object attachment;
  private long due = 1;

  TimerContext context() {
    return StandIn.of(TimerContext.class, this);
  }

  void nextTick() {
    due++;
  }

  public String name() {
    return "queue";
  }

  public TimerType type() {
    return TimerType.SLICED_SYNC;
  }

  public int nworkers() {
    return 8;
  }

  public int worker() {
    return 2;
  }

  public long pid() {
    return 4711;
  }

  public long dueNanos() {
    return due;
  }

  public String interval() {
    return interval;
  }

  public void interval(String value) {
    interval = value;
  }

  public long ntasks() {
    return ntasks;
  }

  public void ntasks(long value) {
    ntasks = value;
  }

  public long tasks() {
    return tasks;
  }

  public void tasks(long value) {
    tasks = value;
  }

  public long nslices() {
    return nslices;
  }

  public void nslices(long value) {
    nslices = value;
  }

  public long slice() {
    return slice;
  }

  /** As the real one: it refuses a slice that there is not. */
  public void slice(long value) {
    if (value >= nslices) {
      throw new IllegalArgumentException("slice " + value + " is not 0 to " + (nslices - 1));
    }
    slice = value;
  }

  public Object attachment() {
    return attachment;
  }

  public void attach(Object object) {
    attachment = object;
  }
}
