package org.escapement.shaping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.enterprise.context.ApplicationScoped;
import javax.inject.Inject;
import javax.servlet.sip.SipServletRequest;
import org.escapement.clock.ClockId;
import org.escapement.module.Module;
import org.escapement.module.ModuleContext;
import org.escapement.module.Parameter;
import org.escapement.module.Parameter.Kind;
import org.escapement.module.Settings;
import org.escapement.routing.MessageRouting;
import org.escapement.routing.PhoneNumbers;
import org.escapement.text.Nearest;
import org.escapement.text.Problems;
import org.escapement.timer.ExecutorKind;
import org.escapement.timer.Interval;
import org.escapement.timer.MissedPolicy;
import org.escapement.timer.TimerDefinition;
import org.escapement.timer.TimerRegistry;
import org.escapement.timer.TimerType;
import org.jspecify.annotations.Nullable;

/**
 * {@code loadmodule "shaper"}: the parameters {@code queue} and {@code assign}, and a route timer
 * for each queue.
 */
@ApplicationScoped
public class ShaperModule implements Module {

  private final Map<String, QueueDefinition> definitions = new LinkedHashMap<>();
  private final List<Assignment> assignments = new ArrayList<>();
  private final CallQueues queues;
  private final Rehearsal rehearsal;
  private final @Nullable MessageRouting routing;
  private volatile @Nullable ShapedQueue rehearsing;
  private volatile @Nullable TimerRegistry timers;
  private volatile Shaper shaper = new Shaper(List.of(), List.of(), new PhoneNumbers(true));

  /** Publishes its queues in {@code queues}, but for that of the rehearsal. */
  @Inject
  public ShaperModule(CallQueues queues, Rehearsal rehearsal, @Nullable MessageRouting routing) {
    this.queues = queues;
    this.routing = routing;
    this.rehearsal = rehearsal;
  }

  /** For a check without the application, and for the proxy that CDI makes. */
  public ShaperModule() {
    this(new CallQueues(), Rehearsal.NONE, null); // its classes need a container
  }

  @Override
  public String name() {
    return "shaper";
  }

  /** The control of its queues; none before the module is initialised. */
  public List<QueueControl> controls() {
    return List.copyOf(shaper.queues());
  }

  /** The queues as they are now; none before the module is initialised. */
  Shaper shaper() {
    return shaper;
  }

  /** The queue that takes a request; empty if none does. */
  Optional<ShapedQueue> queueOf(SipServletRequest request) {
    return rehearsal.claims(request) ? Optional.ofNullable(rehearsing) : shaper.queueOf(request);
  }

  /** Removes the queue of the rehearsal and its timer: the server is ready, and knows no secret. */
  void endRehearsal() {
    TimerRegistry present = timers;
    if (rehearsing != null && present != null) {
      present.remove(rehearsing.definition().timer());
      rehearsing = null;
    }
  }

  /** Whether the launcher says that its rehearsal is over: by OPTIONS to its secret. */
  boolean endsRehearsal(SipServletRequest request) {
    return rehearsing != null && request.getMethod().equals("OPTIONS") && rehearsal.claims(request);
  }

  /** Each queue is driven by a route timer. */
  @Override
  public Set<String> dependencies() {
    return Set.of("ptimer");
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Function(
            "queue",
            Kind.TEXT,
            "defines a queue: name=…;rate=…;next_hop=…;…",
            (value, problems) ->
                QueueDefinition.parse(value.placed(), problems)
                    .ifPresent(queue -> define(queue, problems))),
        new Parameter.Function(
            "assign",
            Kind.TEXT,
            "gives calls to a queue: queue=…;src_ip=…;…",
            (value, problems) ->
                Assignment.parse(value.placed(), problems).ifPresent(assignments::add)));
  }

  @Override
  public void configure(Settings settings) {
    settings.apply(parameters());
    assignments.stream()
        .filter(assignment -> !definitions.containsKey(assignment.queue()))
        .forEach(
            assignment ->
                settings
                    .problems()
                    .add(
                        assignment.position(),
                        "there is no queue '" + assignment.queue() + "'",
                        Nearest.advice("queue", assignment.queue(), definitions.keySet())));
  }

  private void define(QueueDefinition queue, Problems problems) {
    QueueDefinition other = definitions.putIfAbsent(queue.name(), queue);
    if (other != null) {
      problems.add(
          queue.position(),
          "there are two queues named '" + queue.name() + "'",
          "rename one of them; the first is at " + other.position());
    }
  }

  @Override
  public int modInit(ModuleContext context) {
    MessageRouting messages =
        Objects.requireNonNull(routing, "a module that was made for a check cannot run");
    timers = context.timers();
    List<ShapedQueue> shaped =
        definitions.values().stream()
            .map(definition -> start(definition, context, messages))
            .toList();
    shaped.forEach(queue -> queues.add(queue.queue(), queue));
    context.commands().add(new ShaperCommands(queues).commands());
    shaper = new Shaper(shaped, assignments, messages.phones());
    rehearsing =
        rehearsal.definition().map(definition -> start(definition, context, messages)).orElse(null);
    shaper.unassigned().stream()
        .map(ShapedQueue::definition)
        .forEach(
            queue ->
                ShapingLog.LOG.queueUnassigned(
                    queue.position().toString(), queue.name(), queue.name()));
    return 0;
  }

  /** Calls may wait though the timers never began: those are answered here. */
  @Override
  public void destroy() {
    shaper.queues().forEach(ShapedQueue::shut);
    if (rehearsing != null) {
      rehearsing.shut();
    }
    timers = null;
  }

  private static ShapedQueue start(
      QueueDefinition definition, ModuleContext context, MessageRouting messages) {
    ShapedQueue queue =
        new ShapedQueue(
            definition, context.clock(), context.alarms(), context.executor(), messages);
    queue.drivenBy(context.addTimer(timer(definition), worker -> queue));
    ShapingLog.LOG.queueReady(
        definition.name(),
        definition.rate(),
        definition.nextHop(),
        definition.size(),
        definition.maxWait().toMillis());
    return queue;
  }

  /** One worker on a fixed grid: a turn a tick. */
  private static TimerDefinition timer(QueueDefinition queue) {
    return new TimerDefinition(
        queue.timer(),
        TimerType.SYNC,
        Interval.parse(Turns.intervalText(queue.rate())),
        1,
        0,
        1,
        Interval.parse("50us"),
        MissedPolicy.REBASE,
        ClockId.MONOTONIC,
        ExecutorKind.AUTO,
        true,
        null,
        "shaper:" + queue.name(),
        null,
        queue.position());
  }
}
