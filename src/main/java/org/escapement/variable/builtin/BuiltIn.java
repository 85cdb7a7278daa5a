package org.escapement.variable.builtin;

import java.time.ZoneId;
import java.util.List;
import org.escapement.statistic.Statistics;
import org.escapement.variable.FormatReader;
import org.escapement.variable.VariableCatalogue;
import org.escapement.variable.transformation.Transformations;

/** Puts together what every application has. */
public final class BuiltIn {

  private final VariableCatalogue catalogue = new VariableCatalogue();
  private final WorkerVariables worker = new WorkerVariables(catalogue::workerSlot);
  private final SharedVariables shared = new SharedVariables();

  /**
   * Makes a catalogue with all of it.
   *
   * @param zone of local times
   */
  public BuiltIn(SystemVariables system, Statistics statistics, ZoneId zone) {
    catalogue.addAll(new MessageVariables().all());
    catalogue.addAll(new AddressVariables().all());
    catalogue.addAll(new HeaderVariables().all());
    catalogue.addAll(new TimeVariables(zone).all());
    catalogue.addAll(system.all());
    catalogue.addAll(
        List.of(
            new TimerVariable().make(),
            new StatisticVariable(statistics).make(),
            worker.make(),
            shared.make(),
            new AvpVariable().make(),
            new XavpVariable().make(),
            new NestedVariable(new FormatReader(catalogue)).make()));
    new Transformations().all().forEach(catalogue::add);
  }

  /** Modules add theirs to it. */
  public VariableCatalogue catalogue() {
    return catalogue;
  }

  /** {@code $var(…)}. */
  public WorkerVariables worker() {
    return worker;
  }

  /** {@code $shv(…)}. */
  public SharedVariables shared() {
    return shared;
  }
}
