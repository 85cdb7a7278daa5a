package org.escapement.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.escapement.config.Configuration;
import org.escapement.config.ConfigurationReader;
import org.escapement.config.ConfigurationReader.Options;
import org.escapement.config.Knowledge;
import org.escapement.statistic.Statistic;
import org.escapement.statistic.Statistics;
import org.escapement.text.Problem;
import org.escapement.text.Problems;
import org.escapement.variable.VariableCatalogue;
import org.escapement.variable.builtin.SharedVariables;
import org.escapement.variable.builtin.SharedVariables.Shared;
import org.escapement.variable.builtin.WorkerVariables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The modules {@code statistics} and {@code pv}. */
class VariableModulesTest {

  private final Statistics statistics = new Statistics();
  private final SharedVariables shared = new SharedVariables();

  private List<String> configure(Module module, String text) {
    String name = module.name();
    Configuration configuration =
        new ConfigurationReader(Options.usual(), new Knowledge(Set.of(name)))
            .read("a.cfg", "loadmodule \"" + name + "\"\n" + text);
    Problems problems = new Problems();
    module.configure(new Settings(configuration.parametersOf(name), Optional.empty(), problems));
    module.statistics(statistics);
    return problems.list().stream().map(Problem::toString).toList();
  }

  private List<String> statistics(String text) {
    return configure(new StatisticsModule(), text);
  }

  private PvModule pv() {
    return new PvModule(new WorkerVariables(new VariableCatalogue()::workerSlot), shared);
  }

  @Test
  void variable_declaresACounterOfTheApplication() {
    assertThat(
            statistics(
                """
                modparam("statistics", "variable", "NOTIFY")
                modparam("statistics", "variable", "billing:calls")
                modparam("statistics", "variable", "active/no_reset")
                """))
        .isEmpty();
    statistics.select(Statistics.ALL).forEach(s -> statistics.update(s.name(), 3));
    statistics.select(Statistics.ALL).forEach(Statistic::reset);

    assertThat(statistics.select(Statistics.ALL))
        .extracting(Statistic::toString)
        .containsExactly("billing:calls = 0", "script:NOTIFY = 0", "script:active = 3");
  }

  @ParameterizedTest
  @CsvSource({"a b", "''", ":x", "a:b:c", "a/reset"})
  void variableOfAnotherForm_isAProblem(String name) {
    assertThat(statistics("modparam(\"statistics\", \"variable\", \"" + name + "\")"))
        .singleElement()
        .asString()
        .startsWith("a.cfg:2:37: '" + name + "' names no statistic");
  }

  @Test
  void variableGivenTwice_isAProblem() {
    assertThat(
            statistics(
                """
                modparam("statistics", "variable", "x")
                modparam("statistics", "variable", "script:x")
                """))
        .containsExactly("a.cfg:3:37: there are two statistics script:x; keep one of them");
    assertThat(statistics.select(Statistics.ALL)).hasSize(1);
  }

  @Test
  void shvset_givesASharedVariableItsFirstValue() {
    assertThat(configure(pv(), "modparam(\"pv\", \"shvset\", \"limit=i:5\")")).isEmpty();

    assertThat(shared.find("limit")).map(Shared::value).contains(5L);
  }

  @Test
  void initialValueOfAnotherForm_isAProblem() {
    assertThat(configure(pv(), "modparam(\"pv\", \"varset\", \"limit=i:x\")"))
        .containsExactly("a.cfg:2:35: 'x' is no whole number; write name=i:number or name=s:text");
  }
}
