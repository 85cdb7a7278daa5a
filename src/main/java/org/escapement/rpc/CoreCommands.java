package org.escapement.rpc;

import static org.escapement.command.Parameter.any;
import static org.escapement.command.Parameter.number;
import static org.escapement.command.Parameter.text;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.escapement.command.Command;
import org.escapement.command.Parameter;
import org.escapement.command.Reply;

/** {@code core.*} that say what runs and since when, and that answer what they are given. */
public final class CoreCommands {

  private static final String NAME = "escapement";
  private static final Parameter TEXT = text("text", "what to answer").repeated();

  /** As C's {@code ctime}, which Kamailio uses. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH);

  private final String version;
  private final Clock clock;
  private final Instant started;
  private final List<String> modules;

  /**
   * Of a server that starts now.
   *
   * @param version such as {@code 0.1.0}
   * @param modules the names of those that are loaded, in order
   */
  public CoreCommands(String version, Clock clock, List<String> modules) {
    this.version = version;
    this.clock = clock;
    this.started = clock.instant();
    this.modules = List.copyOf(modules);
  }

  public List<Command> commands() {
    return List.of(
        Command.named("core.version", "Says name, version and platform of the server")
            .answered(Reply.of("escapement 0.1.0 (amd64/linux)"))
            .does((arguments, caller) -> Reply.of(version())),
        Command.named("core.uptime", "Says since when the server runs, and for how many seconds")
            .answered(
                Reply.of(uptime(Instant.EPOCH, Instant.EPOCH.plusSeconds(3600), ZoneId.of("UTC"))))
            .does(
                (arguments, caller) -> Reply.of(uptime(started, clock.instant(), clock.getZone()))),
        Command.named("core.info", "Says version, runtime and options of the server")
            .answered(Reply.of(Map.of("version", "escapement 0.1.0")))
            .does((arguments, caller) -> Reply.of(info())),
        Command.named("core.flags", "Says the options that the Java virtual machine runs with")
            .answered(Reply.of("-Xms1g, -Xmx1g, -XX:+UseZGC"))
            .does((arguments, caller) -> Reply.of(flags())),
        Command.named("core.modules", "Lists the loaded modules, the last one first")
            .answered(Reply.each(List.of("shaper", "ctl", "ptimer")))
            .does((arguments, caller) -> Reply.each(lastFirst())),
        Command.named("core.echo", "Answers its arguments")
            .takes(any("value", "what to answer").repeated())
            .example("a", 1L)
            .answered(Reply.each(List.of("a", 1L)))
            .does((arguments, caller) -> Reply.each(arguments.all("value"))),
        Command.named("core.prints", "Answers texts")
            .takes(TEXT)
            .example("a", "b")
            .answered(Reply.each(List.of("a", "b")))
            .does((arguments, caller) -> Reply.each(arguments.all("text"))),
        Command.named("core.printi", "Answers whole numbers")
            .takes(number("number", "what to answer").repeated())
            .example(5L)
            .answered(Reply.each(List.of(5L)))
            .does((arguments, caller) -> Reply.each(arguments.all("number"))));
  }

  private String version() {
    return NAME + ' ' + version + ' ' + platform();
  }

  private static String platform() {
    return '('
        + System.getProperty("os.arch")
        + '/'
        + System.getProperty("os.name").toLowerCase(Locale.ROOT)
        + ')';
  }

  private static Map<String, Object> uptime(Instant started, Instant now, ZoneId zone) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("now", TIME.format(now.atZone(zone)));
    view.put("up_since", TIME.format(started.atZone(zone)));
    view.put("uptime", Duration.between(started, now).toSeconds());
    return view;
  }

  private Map<String, Object> info() {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("version", NAME + ' ' + version);
    view.put("platform", platform());
    view.put(
        "runtime", System.getProperty("java.vm.name") + ' ' + System.getProperty("java.version"));
    view.put("flags", flags());
    return view;
  }

  private static String flags() {
    return String.join(
        ", ",
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(option -> option.startsWith("-X")) // others may name secrets
            .toList());
  }

  private List<String> lastFirst() {
    List<String> names = new ArrayList<>(modules);
    Collections.reverse(names);
    return names;
  }
}
