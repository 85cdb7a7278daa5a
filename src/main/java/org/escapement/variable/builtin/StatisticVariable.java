package org.escapement.variable.builtin;

import org.escapement.statistic.Statistic;
import org.escapement.statistic.Statistics;
import org.escapement.variable.Access;
import org.escapement.variable.PseudoVariable;
import org.escapement.variable.Reading;
import org.escapement.variable.VariableContext;
import org.jspecify.annotations.Nullable;

/** {@code $stat(name)}. */
public final class StatisticVariable {

  private final Statistics statistics;

  public StatisticVariable(Statistics statistics) {
    this.statistics = statistics;
  }

  /** The variable. */
  public PseudoVariable make() {
    return PseudoVariable.named(
        "stat",
        "Value of a statistic: a name, or group:name; none until something declares it",
        "statistic",
        name -> new Found(statistics, name));
  }

  /**
   * Looks the statistic up until it is there; a module may declare it later than the text is read.
   */
  private static final class Found implements Access {

    private final Statistics statistics;
    private final String name;
    private volatile @Nullable Statistic found;

    Found(Statistics statistics, String name) {
      this.statistics = statistics;
      this.name = name;
    }

    @Override
    public void read(VariableContext context, Reading out) {
      Statistic present = found;
      if (present == null) {
        present = statistics.find(name).orElse(null);
        found = present;
      }
      if (present != null) {
        out.set(present.value());
      }
    }
  }
}
