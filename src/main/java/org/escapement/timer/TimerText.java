package org.escapement.timer;

import java.util.List;
import org.escapement.clock.ClockId;
import org.escapement.text.Attributes;
import org.escapement.text.Attributes.Attribute;
import org.escapement.text.Problems;

/** Gives the attributes of a {@code timer} parameter to a draft. */
final class TimerText {

  static final List<String> ATTRIBUTES =
      List.of(
          "name",
          "type",
          "interval",
          "nworkers",
          "ntasks",
          "nslices",
          "accuracy",
          "missed",
          "clock",
          "executor",
          "autostart");

  private static final List<ClockId> CLOCKS =
      List.of(ClockId.MONOTONIC, ClockId.REALTIME, ClockId.BOOTTIME);
  private static final List<ExecutorKind> EXECUTORS =
      List.of(ExecutorKind.DEDICATED, ExecutorKind.SHARED);

  private TimerText() {}

  static void apply(Attributes attributes, TimerDraft draft, Problems problems) {
    for (Attribute attribute : attributes.all()) {
      apply(attribute, draft, problems);
    }
  }

  private static void apply(Attribute attribute, TimerDraft draft, Problems problems) {
    String value = attribute.value();
    switch (attribute.name()) {
      case "type" -> Reading.type(attribute, problems).ifPresent(draft::type);
      case "interval" -> draft.interval(value, attribute.position());
      case "nworkers" ->
          Reading.workers(attribute, problems)
              .ifPresent(count -> draft.nworkers(count, attribute.position()));
      case "ntasks" ->
          Reading.number(attribute, 0, problems)
              .ifPresent(count -> draft.ntasks(count, attribute.position()));
      case "nslices" ->
          Reading.number(attribute, 1, problems)
              .ifPresent(count -> draft.nslices(count, attribute.position()));
      case "accuracy" -> draft.accuracy(value, attribute.position());
      case "missed" ->
          Reading.choice(attribute, List.of(MissedPolicy.values()), problems)
              .ifPresent(draft::missed);
      case "clock" ->
          Reading.choice(attribute, CLOCKS, problems)
              .ifPresent(clock -> draft.clock(clock, attribute.position()));
      case "executor" -> Reading.choice(attribute, EXECUTORS, problems).ifPresent(draft::executor);
      case "autostart" -> Reading.yesNo(attribute, problems).ifPresent(draft::autostart);
      case "start" -> draft.start(value, attribute.position());
      case "loop" -> draft.loop(value, attribute.position());
      case "end" -> draft.end(value, attribute.position());
      default -> {} // the name, which the draft was made with
    }
  }
}
