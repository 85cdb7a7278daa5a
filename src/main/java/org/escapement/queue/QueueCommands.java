package org.escapement.queue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.escapement.command.Command;
import org.escapement.command.FaultException;
import org.escapement.command.Parameter;
import org.escapement.command.Reply;

/** {@code mqueue.*}. */
public final class QueueCommands {

  private static final Parameter NAME = Parameter.text("name", "name of the queue");
  private static final Reply EXAMPLE = Reply.of(size("calls", 2));

  private final MessageQueues queues;

  public QueueCommands(MessageQueues queues) {
    this.queues = queues;
  }

  public List<Command> commands() {
    return List.of(
        Command.named("mqueue.get_size", "Tells how many items a queue holds")
            .takes(NAME)
            .example("calls")
            .answered(EXAMPLE)
            .does((arguments, caller) -> Reply.of(size(find(arguments.text("name"))))),
        Command.named("mqueue.get_sizes", "Tells how many items each queue holds")
            .answered(EXAMPLE)
            .does((arguments, caller) -> Reply.each(each(QueueCommands::size))),
        Command.named("mqueue.list", "Lists the queues with their bounds and what was dropped")
            .answered(Reply.of(listed("calls", 2, 1000, AddMode.ALL, 0)))
            .does((arguments, caller) -> Reply.each(each(QueueCommands::listed))),
        Command.named("mqueue.fetch", "Takes the oldest item from a queue")
            .takes(NAME)
            .changing()
            .example("calls")
            .answered(Reply.of(item(new Item("alice", "call from bob"))))
            .does((arguments, caller) -> fetch(find(arguments.text("name")))));
  }

  private MessageQueue find(String name) {
    return queues.find(name).orElseThrow(() -> new FaultException(404, "No such queue"));
  }

  private List<Map<String, Object>> each(Function<MessageQueue, Map<String, Object>> shown) {
    return queues.all().stream().map(shown).toList();
  }

  private static Map<String, Object> size(MessageQueue queue) {
    return size(queue.name(), queue.size());
  }

  private static Map<String, Object> size(String name, int size) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("name", name);
    shown.put("size", size);
    return shown;
  }

  private static Map<String, Object> listed(MessageQueue queue) {
    QueueDefinition definition = queue.definition();
    return listed(
        queue.name(), queue.size(), definition.size(), definition.mode(), queue.dropped());
  }

  private static Map<String, Object> listed(
      String name, int size, int limit, AddMode mode, long dropped) {
    Map<String, Object> shown = size(name, size);
    shown.put("limit", limit);
    shown.put("addmode", mode.code());
    shown.put("dropped", dropped);
    return shown;
  }

  private static Reply fetch(MessageQueue queue) {
    Item item = queue.fetch();
    if (item == null) {
      throw new FaultException(404, "Empty queue");
    }
    return Reply.of(item(item));
  }

  private static Map<String, Object> item(Item item) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("key", item.key());
    shown.put("val", item.value());
    return shown;
  }
}
