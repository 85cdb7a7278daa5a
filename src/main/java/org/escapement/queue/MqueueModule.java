package org.escapement.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.escapement.command.Command;
import org.escapement.config.Value;
import org.escapement.module.Module;
import org.escapement.module.ModuleContext;
import org.escapement.module.Parameter;
import org.escapement.route.RouteFunction;
import org.escapement.statistic.Statistics;
import org.escapement.text.PlacedText;
import org.escapement.text.Problems;
import org.escapement.variable.CacheLimits;
import org.escapement.variable.ExpansionLimits;
import org.escapement.variable.VariableCatalogue;
import org.escapement.variable.Variables;

/** Kamailio's {@code mqueue}: queues by name, for routes and commands. */
public final class MqueueModule implements Module {

  private static final int LAST_MODE = 2;

  private final MessageQueues queues;
  private final Variables variables;
  private final Storage storage = new Storage();
  private final List<QueueDefinition> definitions = new ArrayList<>();
  private int size = QueueDefinition.DEFAULT_SIZE;
  private AddMode mode = AddMode.ALL;

  /** With queues of its own, such as for checking a configuration without the application. */
  public MqueueModule() {
    this(
        new MessageQueues(new AtomicInteger()::getAndIncrement),
        new Variables(
            new VariableCatalogue(),
            () -> ExpansionLimits.DEFAULT,
            () -> CacheLimits.DEFAULT,
            () -> 0));
  }

  /**
   * @param queues receives the queues
   * @param variables of the routes that call functions
   */
  public MqueueModule(MessageQueues queues, Variables variables) {
    this.queues = queues;
    this.variables = variables;
  }

  @Override
  public String name() {
    return "mqueue";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Function(
            "mqueue",
            Parameter.Kind.TEXT,
            "A queue: name=…;size=…;addmode=…;dbmode=…",
            this::define),
        new Parameter.Text(
            "db_url", "A database for queues; has no effect here", "", this::databaseNamed),
        new Parameter.Function(
            "mqueue_name",
            Parameter.Kind.TEXT,
            "A queue with the size and mode that mqueue_size and mqueue_addmode say before it",
            this::defineByName),
        new Parameter.Int(
            "mqueue_size",
            "Size of the queues that mqueue_name defines after it, in items; 0 is the default",
            0,
            0,
            QueueDefinition.MOST,
            value -> size = QueueDefinition.sizeOf((int) value)),
        new Parameter.Int(
            "mqueue_addmode",
            "Mode of the queues that mqueue_name defines after it: 0, 1 or 2",
            0,
            0,
            LAST_MODE,
            value -> mode = AddMode.of((int) value)));
  }

  private void databaseNamed(String url) {
    if (!url.isEmpty()) {
      storage.asked("db_url");
    }
  }

  private void define(Value value, Problems problems) {
    PlacedText text =
        value instanceof Value.Text placed
            ? placed.placed()
            : PlacedText.of(value.text(), value.position());
    QueueDefinition read = QueueDefinitionReader.read(text, storage, problems);
    if (read != null) {
      add(read, value, problems);
    }
  }

  private void defineByName(Value value, Problems problems) {
    String name = value.text().strip();
    if (QueueDefinitionReader.checkName(name, value.position(), problems)) {
      add(new QueueDefinition(name, size, mode), value, problems);
    }
  }

  private void add(QueueDefinition definition, Value value, Problems problems) {
    if (definitions.stream().anyMatch(other -> other.name().equals(definition.name()))) {
      problems.add(
          value.position(),
          "there are two queues named " + definition.name(),
          "give one of them another name");
      return;
    }
    definitions.add(definition);
  }

  @Override
  public List<RouteFunction> functions() {
    return new QueueFunctions(queues, variables).list();
  }

  @Override
  public List<Command> commands() {
    return new QueueCommands(queues).commands();
  }

  @Override
  public int modInit(ModuleContext context) {
    storage.report();
    return 0;
  }

  @Override
  public void statistics(Statistics statistics) {
    definitions.forEach(definition -> queues.add(definition, statistics));
  }

  @Override
  public void variables(VariableCatalogue catalogue) {
    catalogue.addAll(queues.variables());
  }
}
