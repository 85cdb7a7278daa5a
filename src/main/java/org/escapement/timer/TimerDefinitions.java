package org.escapement.timer;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.escapement.text.Attributes;
import org.escapement.text.Attributes.Attribute;
import org.escapement.text.Nearest;
import org.escapement.text.PlacedText;
import org.escapement.text.Position;
import org.escapement.text.Problems;
import org.escapement.timer.TimerStatus.State;

/**
 * Reads the parameters of the {@code ptimer} module, one after another in the order of the file,
 * and collects timers defined by annotation with them.
 *
 * <p>Whatever is wrong is reported to the problems that it was made with; what it yields is to be
 * used only if there are none. Not thread-safe.
 */
public final class TimerDefinitions {

  private static final List<String> STRINGS =
      List.of("default_interval", "timer", "start", "loop", "end");
  private static final List<String> NUMBERS = List.of("default_type", "default_nworkers");
  private static final List<String> ROUTE_ATTRIBUTES = List.of("timer", "route");
  private static final List<String> WITH_ROUTES =
      Stream.of(TimerText.ATTRIBUTES, List.of("start", "loop", "end"))
          .flatMap(List::stream)
          .toList();

  private final Problems problems;
  private final Map<String, TimerDraft> drafts = new LinkedHashMap<>();

  private TimerType defaultType = TimerType.BASIC;
  private Interval defaultInterval = Interval.parse("1s");
  private int defaultNworkers = 1;

  public TimerDefinitions(Problems problems) {
    this.problems = problems;
  }

  /** The names of the parameters, in Kamailio's order of listing. */
  public static List<String> parameters() {
    return Stream.of(NUMBERS, STRINGS).flatMap(List::stream).sorted().toList();
  }

  /**
   * Applies a parameter that is a string.
   *
   * @param position of the value's first character
   */
  public void set(String parameter, String value, Position position) {
    set(parameter, PlacedText.of(value, position));
  }

  /** Sets a module parameter that is a string, whose characters know their places. */
  public void set(String parameter, PlacedText value) {
    Position position = value.position();
    switch (parameter) {
      case "default_interval" ->
          defaultInterval =
              Reading.interval(parameter, value.text(), position, problems).orElse(defaultInterval);
      case "timer" -> timer(value, TimerText.ATTRIBUTES);
      case "start" -> route(State.START, value);
      case "loop" -> route(State.LOOP, value);
      case "end" -> route(State.END, value);
      default -> misfit(parameter, "a string", "write a number, without quotes", position);
    }
  }

  /**
   * Applies a parameter that is a number.
   *
   * @param position of the value's first character
   */
  public void set(String parameter, long value, Position position) {
    switch (parameter) {
      case "default_type" ->
          defaultType = Reading.type(parameter, value, position, problems).orElse(defaultType);
      case "default_nworkers" ->
          defaultNworkers =
              (int) Reading.workers(parameter, value, position, problems).orElse(defaultNworkers);
      default -> misfit(parameter, "a number", "write it in quotes", position);
    }
  }

  private void misfit(String parameter, String given, String advice, Position position) {
    if (parameters().contains(parameter)) {
      problems.add(position, "parameter " + parameter + " cannot be " + given, advice);
    } else {
      problems.add(
          position,
          "unknown parameter '" + parameter + "'",
          Nearest.advice("parameter", parameter, parameters()));
    }
  }

  /**
   * Reads a whole timer from one text: the attributes of {@code timer} and, beside them, {@code
   * start}, {@code loop} and {@code end} with the names of routes.
   *
   * @param position of the text's first character
   */
  public void define(String text, Position position) {
    timer(PlacedText.of(text, position), WITH_ROUTES);
  }

  private void timer(PlacedText text, List<String> known) {
    Position position = text.position();
    Attributes attributes = Attributes.parse(text, known, problems);
    Optional<Attribute> name = attributes.find("name");
    TimerDraft draft =
        draft(
            name.map(Attribute::value).orElse(""),
            position,
            name.map(Attribute::position).orElse(position));
    TimerText.apply(attributes, draft, problems);
  }

  /**
   * Begins a timer whose values are given one by one, as from an annotation. The defaults are those
   * set so far.
   *
   * @param name an empty or taken one is reported; the draft then serves to check the other values
   * @param position where the timer is defined
   */
  public TimerDraft draft(String name, Position position) {
    return draft(name, position, position);
  }

  private TimerDraft draft(String name, Position position, Position ofName) {
    TimerDraft draft =
        new TimerDraft(name, position, problems, defaultType, defaultInterval, defaultNworkers);
    if (name.isEmpty()) {
      problems.add(ofName, "a timer has no name", "give it one: name=NAME");
      return draft;
    }
    TimerDraft first = drafts.putIfAbsent(name, draft);
    if (first != null) {
      problems.add(
          ofName,
          "there are two timers named '" + name + "'",
          "rename one of them; the first is at " + first.position());
    }
    return draft;
  }

  private void route(State kind, PlacedText text) {
    Attributes attributes = Attributes.parse(text, ROUTE_ATTRIBUTES, problems);
    Optional<Attribute> timer = required(attributes, "timer");
    Optional<Attribute> route = required(attributes, "route");
    if (timer.isEmpty()) {
      return;
    }
    TimerDraft draft = drafts.get(timer.get().value());
    if (draft == null) {
      problems.add(
          timer.get().position(),
          "there is no timer '" + timer.get().value() + "' above",
          "define a timer before its routes; "
              + Nearest.advice("timer", timer.get().value(), drafts.keySet()));
    } else {
      route.ifPresent(found -> draft.route(kind, found.value(), found.position()));
    }
  }

  private Optional<Attribute> required(Attributes attributes, String name) {
    Optional<Attribute> found = attributes.find(name);
    if (found.isEmpty()) {
      problems.add(
          attributes.position(),
          "attribute '" + name + "' is missing",
          "write timer=NAME;route=NAME");
    }
    return found;
  }

  /**
   * Reports every route that a timer names and nobody has.
   *
   * @param known the names of all routes
   */
  public void checkRoutes(Collection<String> known, Problems found) {
    drafts.values().forEach(draft -> draft.checkRoutes(known, found));
  }

  /**
   * Ends the reading and reports the timers that have no loop route.
   *
   * @return the other timers, in the order of their definition
   */
  public List<TimerDefinition> build() {
    return drafts.values().stream().map(TimerDraft::build).flatMap(Optional::stream).toList();
  }
}
