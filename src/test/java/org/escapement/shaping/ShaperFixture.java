package org.escapement.shaping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.escapement.clock.ManualClock;
import org.escapement.command.CommandTable;
import org.escapement.config.Configuration;
import org.escapement.config.ConfigurationReader;
import org.escapement.config.ConfigurationReader.Options;
import org.escapement.config.Knowledge;
import org.escapement.module.ModuleContext;
import org.escapement.module.Settings;
import org.escapement.route.RouteTable;
import org.escapement.routing.MessageRouting;
import org.escapement.text.Problem;
import org.escapement.text.Problems;
import org.escapement.timer.TimerControl;
import org.escapement.timer.TimerEnvironment;
import org.escapement.timer.TimerRegistry;

/** The shaper as a configuration makes it, on a clock that is moved by hand. */
final class ShaperFixture {

  final CommandTable commands = new CommandTable();
  private static final Knowledge KNOWLEDGE = new Knowledge(Set.of("shaper"));

  final ManualClock clock;
  final TimerRegistry timers;
  final CallQueues queues = new CallQueues();
  final MessageRouting routing = MessageRouting.plain();
  final ShaperModule module;
  final List<String> departures = new ArrayList<>();
  Executor executor = Runnable::run;
  private final long origin;

  ShaperFixture(long origin) {
    this(origin, Rehearsal.NONE);
  }

  ShaperFixture(long origin, Rehearsal rehearsal) {
    this.module = new ShaperModule(queues, rehearsal, routing);
    this.origin = origin;
    this.clock = new ManualClock(origin);
    this.timers = new TimerRegistry(TimerEnvironment.manual(clock));
  }

  /**
   * What is wrong with the values of {@code queue} and {@code assign}; those come after {@code |}.
   */
  List<String> configure(String... parameters) {
    StringBuilder text = new StringBuilder("loadmodule \"shaper\"\n");
    for (String parameter : parameters) {
      int bar = parameter.indexOf('|');
      text.append("modparam(\"shaper\", \"%s\", ".formatted(bar < 0 ? "queue" : "assign"))
          .append("\"%s\")\n".formatted(parameter.substring(bar + 1)));
    }
    return configureText(text.toString());
  }

  List<String> configureText(String text) {
    Configuration configuration =
        new ConfigurationReader(Options.usual(), KNOWLEDGE).read("a.cfg", text);
    Problems problems = new Problems();
    module.configure(
        new Settings(configuration.parametersOf("shaper"), Optional.empty(), problems));
    return problems.list().stream().map(Problem::toString).toList();
  }

  void initialise() {
    module.modInit(
        new ModuleContext(
            commands,
            null,
            timers,
            new RouteTable(),
            timer -> {
              throw new AssertionError("the shaper needs no synthetic request");
            },
            clock,
            clock,
            task -> executor.execute(task),
            List.of(),
            null));
  }

  /** Starts a shaper with one queue, {@code q}. */
  ShapedQueue start(String attributes) {
    assertThat(configure("name=q;next_hop=sip:127.0.0.1:5090;" + attributes)).isEmpty();
    initialise();
    timers.start();
    return module.shaper().queues().get(0);
  }

  TimerControl timer() {
    return timers.timer("shaper.q");
  }

  /** Milliseconds since the beginning. */
  double millis() {
    return (clock.nanos() - origin) / 1e6;
  }

  void advanceMillis(double millis) {
    clock.advanceNanos(Math.round(millis * 1e6));
  }

  /** An INVITE whose departure is recorded as {@code name@milliseconds}. */
  FakeInvite invite(String name) {
    FakeInvite invite = new FakeInvite(name);
    invite.onProxyTo = target -> departures.add(name + '@' + millis());
    return invite;
  }

  /** The departures since the last look. */
  String takeDepartures() {
    String line = String.join(" ", departures);
    departures.clear();
    return line;
  }
}
