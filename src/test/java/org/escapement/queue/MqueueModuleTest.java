package org.escapement.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escapement.command.Caller;
import org.escapement.command.CommandTable;
import org.escapement.command.FaultException;
import org.escapement.config.Configuration;
import org.escapement.config.ConfigurationReader;
import org.escapement.config.ConfigurationReader.Options;
import org.escapement.config.Knowledge;
import org.escapement.module.Settings;
import org.escapement.statistic.Statistics;
import org.escapement.text.Problem;
import org.escapement.text.Problems;
import org.escapement.variable.CacheLimits;
import org.escapement.variable.ExpansionLimits;
import org.escapement.variable.VariableCatalogue;
import org.escapement.variable.VariableContext;
import org.escapement.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MqueueModuleTest {

  private static final Caller OPERATOR = new Caller("test", "test", true);

  private final Statistics statistics = new Statistics();
  private final VariableCatalogue catalogue = new VariableCatalogue();
  private final MessageQueues queues = new MessageQueues(catalogue::workerSlot);
  private final Variables variables =
      new Variables(catalogue, () -> ExpansionLimits.DEFAULT, () -> CacheLimits.DEFAULT, () -> 0);
  private final CommandTable commands = new CommandTable();

  private List<String> configure(String text) {
    Configuration configuration =
        new ConfigurationReader(Options.usual(), new Knowledge(Set.of("mqueue")))
            .read("a.cfg", "loadmodule \"mqueue\"\n" + text);
    Problems problems = new Problems();
    MqueueModule module = new MqueueModule(queues, variables);
    module.configure(
        new Settings(configuration.parametersOf("mqueue"), Optional.empty(), problems));
    module.statistics(statistics);
    module.variables(catalogue);
    commands.add(module.commands());
    return problems.list().stream().map(Problem::toString).toList();
  }

  private List<?> call(String command, Object... arguments) {
    return commands
        .call(commands.find(command).orElseThrow(), OPERATOR, List.of(arguments))
        .values();
  }

  @Test
  void parameters_defineQueues() {
    assertThat(
            configure(
                """
                modparam("mqueue", "mqueue", "name=a;size=2;addmode=2")
                modparam("mqueue", "mqueue_name", "b")
                modparam("mqueue", "mqueue_size", 7)
                modparam("mqueue", "mqueue_addmode", 1)
                modparam("mqueue", "mqueue_name", "c")
                """))
        .isEmpty();

    assertThat(queues.all())
        .extracting(MessageQueue::definition)
        .containsExactly(
            new QueueDefinition("a", 2, AddMode.KEEP_NEWEST),
            new QueueDefinition("b", QueueDefinition.DEFAULT_SIZE, AddMode.ALL),
            new QueueDefinition("c", 7, AddMode.KEEP_OLDEST));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          size=3           | a.cfg:2:31: a queue without a name
          name=q;size=x    | a.cfg:2:43: 'x' is no size of a queue
          name=q;size=-1   | a.cfg:2:43: '-1' is no size of a queue
          name=q;addmode=3 | a.cfg:2:46: '3' is no addmode of a queue; write a whole number from 0 to 2
          name=q;dbmode=4  | a.cfg:2:45: '4' is no dbmode of a queue; write a whole number from 0 to 3
          name=q;sise=3    | a.cfg:2:38: unknown attribute 'sise'; did you mean size
          name=a b         | a.cfg:2:36: 'a b' is no name of a queue
          """)
  void mistake_isToldWithItsPlace(String definition, String told) {
    assertThat(configure("modparam(\"mqueue\", \"mqueue\", \"" + definition + "\")"))
        .singleElement()
        .asString()
        .startsWith(told);
    assertThat(queues.all()).isEmpty();
  }

  @Test
  void nameGivenTwice_isAProblem() {
    assertThat(
            configure(
                """
                modparam("mqueue", "mqueue", "name=q")
                modparam("mqueue", "mqueue_name", "q")
                """))
        .singleElement()
        .asString()
        .isEqualTo("a.cfg:3:36: there are two queues named q; give one of them another name");
  }

  @Test
  void fetch_givesTheItemToTheVariablesOfTheWorker() {
    configure("modparam(\"mqueue\", \"mqueue\", \"name=q;size=2\")");
    VariableContext context = variables.ofThread();
    queues.add("q", "k1", "v1");
    queues.add("q", "k2", "v2");
    queues.add("q", "k3", "v3");
    String text = "$mqk(q) $mqv(q) $mq_size(q)";

    assertThat(variables.expand(text, context)).isEqualTo("<null> <null> 2");
    assertThat(queues.fetch("q", context)).isEqualTo(new Item("k2", "v2"));
    assertThat(variables.expand(text, context)).isEqualTo("k2 v2 1");
    queues.fetch("q", context);
    assertThat(queues.fetch("q", context)).isNull();
    assertThat(variables.expand(text, context)).isEqualTo("<null> <null> 0");
    assertThat(variables.expand("$mq_size(none)", context)).isEqualTo("<null>");
  }

  @Test
  void unknownQueue_namesTheNearest() {
    configure("modparam(\"mqueue\", \"mqueue\", \"name=calls\")");

    assertThatThrownBy(() -> queues.add("clals", "k", "v"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no queue 'clals'; did you mean calls?");
  }

  @Test
  void commands_answerAsKamailios() {
    configure("modparam(\"mqueue\", \"mqueue\", \"name=q;size=2\")");
    queues.add("q", "k1", "v1");

    assertThat(call("mqueue.get_size", "q")).isEqualTo(List.of(Map.of("name", "q", "size", 1L)));
    assertThat(call("mqueue.get_sizes")).isEqualTo(List.of(Map.of("name", "q", "size", 1L)));
    assertThat(call("mqueue.list"))
        .isEqualTo(
            List.of(Map.of("name", "q", "size", 1L, "limit", 2L, "addmode", 0L, "dropped", 0L)));
    assertThat(call("mqueue.fetch", "q")).isEqualTo(List.of(Map.of("key", "k1", "val", "v1")));
    assertThatThrownBy(() -> call("mqueue.fetch", "q"))
        .isInstanceOf(FaultException.class)
        .hasMessage("Empty queue");
    assertThatThrownBy(() -> call("mqueue.get_size", "nope")).hasMessage("No such queue");
  }
}
