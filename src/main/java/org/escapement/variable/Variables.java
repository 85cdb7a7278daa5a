package org.escapement.variable;

import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javax.servlet.sip.SipServletMessage;
import org.escapement.text.ConfigurationException;
import org.escapement.text.PlacedText;
import org.escapement.text.Position;
import org.escapement.text.Problems;
import org.escapement.timer.TimerContext;
import org.jspecify.annotations.Nullable;

/**
 * Pseudo-variables for routes: texts with variables in them, and variables to set. Thread-safe.
 *
 * <p>A text that is known at deployment is best read then, by {@link #format(PlacedText,
 * Problems)}; {@link #expand(String, VariableContext)} looks it up in a cache at each call.
 */
public final class Variables {

  private final VariableCatalogue catalogue;
  private final FormatReader reader;
  private final FormatCache cache;
  private final WorkerStores workers;
  private final LongSupplier epochMicros;

  /**
   * Makes them.
   *
   * @param expansion asked once for each worker
   * @param caching asked whenever a text is read
   * @param epochMicros the wall clock, in microseconds since 1970
   */
  public Variables(
      VariableCatalogue catalogue,
      Supplier<ExpansionLimits> expansion,
      Supplier<CacheLimits> caching,
      LongSupplier epochMicros) {
    this.catalogue = catalogue;
    this.reader = new FormatReader(catalogue);
    this.cache = new FormatCache(caching);
    this.workers = new WorkerStores(expansion);
    this.epochMicros = epochMicros;
  }

  /** What texts may use. */
  public VariableCatalogue catalogue() {
    return catalogue;
  }

  /**
   * Reads a text of the configuration.
   *
   * @param problems receives what is wrong, each at its place
   */
  public Format format(PlacedText text, Problems problems) {
    return reader.read(text, problems);
  }

  /**
   * Reads a text of a route, or finds it among those kept.
   *
   * @throws ConfigurationException if something is wrong with it; its message has the column
   */
  public Format format(String text) {
    return cache.get(text, this::readNow);
  }

  private Format readNow(String text) {
    Problems problems = new Problems();
    Format made = reader.read(placed(text), problems);
    problems.throwIfAny();
    return made;
  }

  private static PlacedText placed(String text) {
    return PlacedText.of(text, new Position('"' + text + '"', 1, 1));
  }

  /**
   * A text with the present values in it.
   *
   * @throws ConfigurationException if something is wrong with the text
   * @throws ExpansionException if the result is longer than {@code pv_buffer_size}
   */
  public String expand(String text, VariableContext context) {
    return format(text).expand(context);
  }

  /**
   * Reads one variable, to be read and set with its kind kept.
   *
   * @param text such as {@code $var(x)}
   * @throws ConfigurationException if something is wrong with it
   */
  public Expression variable(String text) {
    Problems problems = new Problems();
    Expression found = reader.readVariable(placed(text), problems);
    problems.throwIfAny();
    if (found == null) {
      throw new IllegalStateException("no variable and no problem in " + text);
    }
    return found;
  }

  /**
   * Sets one variable.
   *
   * @param text such as {@code $var(x)}
   * @param value a number, a text, or null
   * @throws ConfigurationException if something is wrong with {@code text}
   * @throws ExpansionException if it cannot be set, or not to this value or at this moment
   */
  public void set(String text, @Nullable Object value, VariableContext context) {
    Reading reading = new Reading();
    reading.setAny(value);
    variable(text).write(context, reading);
  }

  /** Of a message that the calling thread handles. */
  public VariableContext of(SipServletMessage message) {
    return new RunContext(message, null, workers.ofThread(), epochMicros);
  }

  /** Of a timer's worker, without a message. It may be kept for all runs of this worker. */
  public VariableContext of(TimerContext timer) {
    return new RunContext(null, timer, workers.of(timer), epochMicros);
  }

  /** Of a timer's worker with its synthetic request. */
  public VariableContext of(TimerContext timer, SipServletMessage message) {
    return new RunContext(message, timer, workers.of(timer), epochMicros);
  }

  /** Of code that neither handles a message nor runs in a timer's route. */
  public VariableContext ofThread() {
    return new RunContext(null, null, workers.ofThread(), epochMicros);
  }

  /** How many variables are kept, in all texts together. */
  public int kept() {
    return cache.weight();
  }
}
