package org.escapement.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.escapement.config.Value;
import org.escapement.module.Module;
import org.escapement.module.Parameter;
import org.escapement.statistic.Statistics;
import org.escapement.text.PlacedText;
import org.escapement.text.Problems;
import org.escapement.variable.VariableCatalogue;

/** Kamailio's {@code mqueue}: queues by name, for routes and commands. */
public final class MqueueModule implements Module {

  private static final int LAST_MODE = 2;

  private final MessageQueues queues;
  private final List<QueueDefinition> definitions = new ArrayList<>();
  private int size = QueueDefinition.DEFAULT_SIZE;
  private AddMode mode = AddMode.ALL;

  /** With queues of its own, such as for checking a configuration without the application. */
  public MqueueModule() {
    this(new MessageQueues(new AtomicInteger()::getAndIncrement));
  }

  /**
   * @param queues receives the queues
   */
  public MqueueModule(MessageQueues queues) {
    this.queues = queues;
  }

  @Override
  public String name() {
    return "mqueue";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Function(
            "mqueue", Parameter.Kind.TEXT, "A queue: name=…;size=…;addmode=…", this::define),
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

  private void define(Value value, Problems problems) {
    PlacedText text =
        value instanceof Value.Text placed
            ? placed.placed()
            : PlacedText.of(value.text(), value.position());
    QueueDefinition read = QueueDefinitionReader.read(text, problems);
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
  public void statistics(Statistics statistics) {
    definitions.forEach(definition -> queues.add(definition, statistics));
  }

  @Override
  public void variables(VariableCatalogue catalogue) {
    catalogue.addAll(queues.variables());
  }
}
