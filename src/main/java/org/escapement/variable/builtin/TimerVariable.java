package org.escapement.variable.builtin;

import java.util.LinkedHashMap;
import java.util.Map;
import org.escapement.timer.TimerContext;
import org.escapement.variable.Access;
import org.escapement.variable.PseudoVariable;
import org.escapement.variable.Reading;
import org.escapement.variable.VariableContext;

/** {@code $ptimer(…)}: the timer whose route runs, and its worker. */
public final class TimerVariable {

  /** Reads from a timer. */
  @FunctionalInterface
  private interface Reader {
    void read(TimerContext timer, Reading out);
  }

  /** Sets something of a timer. */
  @FunctionalInterface
  private interface Writer {
    void write(TimerContext timer, Reading value);
  }

  /** The variable. */
  public PseudoVariable make() {
    return PseudoVariable.keyed(
        "ptimer",
        "Of the timer whose route runs: name, type, nworkers, worker, pid; and interval, ntasks,"
            + " tasks, nslices, slice, which a start route may set",
        attributes());
  }

  private static Map<String, Access> attributes() {
    Map<String, Access> all = new LinkedHashMap<>();
    all.put("name", readable((timer, out) -> out.set(timer.name())));
    all.put("type", readable((timer, out) -> out.set(timer.type().code())));
    all.put("nworkers", readable((timer, out) -> out.set(timer.nworkers())));
    all.put("worker", readable((timer, out) -> out.set(timer.worker())));
    all.put("pid", readable((timer, out) -> out.set(timer.pid())));
    all.put(
        "interval",
        new Attribute(
            (timer, out) -> out.set(timer.interval()),
            (timer, value) -> timer.interval(value.text())));
    all.put(
        "ntasks",
        new Attribute(
            (timer, out) -> out.set(timer.ntasks()),
            (timer, value) -> timer.ntasks(number(value))));
    all.put(
        "tasks",
        new Attribute(
            (timer, out) -> out.set(timer.tasks()), (timer, value) -> timer.tasks(number(value))));
    all.put(
        "nslices",
        new Attribute(
            (timer, out) -> out.set(timer.nslices()),
            (timer, value) -> timer.nslices(number(value))));
    all.put(
        "slice",
        new Attribute(
            (timer, out) -> out.set(timer.slice()), (timer, value) -> timer.slice(number(value))));
    return all;
  }

  private static long number(Reading value) {
    return value.isNumber() ? value.number() : Long.parseLong(value.text().strip());
  }

  private static Access readable(Reader reader) {
    return (context, out) -> {
      TimerContext timer = context.timer();
      if (timer != null) {
        reader.read(timer, out);
      }
    };
  }

  /** One that a start route may set. */
  private record Attribute(Reader reader, Writer writer) implements Access {

    @Override
    public void read(VariableContext context, Reading out) {
      TimerContext timer = context.timer();
      if (timer != null) {
        reader.read(timer, out);
      }
    }

    @Override
    public boolean isWritable() {
      return true;
    }

    @Override
    public void write(VariableContext context, Reading value) {
      TimerContext timer = context.timer();
      if (timer == null) {
        throw new IllegalStateException("no route of a timer runs");
      }
      writer.write(timer, value);
    }
  }
}
