package org.escapement.parameter;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.escapement.config.Value;
import org.escapement.text.Attributes;
import org.escapement.text.Attributes.Attribute;
import org.escapement.text.PlacedText;
import org.escapement.text.Position;
import org.escapement.text.Problems;

/**
 * Workers that take tasks from one queue, as {@code async_workers_group} describes them.
 *
 * @param workers from 1 on
 * @param nonblock whether they poll instead of waiting
 * @param pause between two polls
 * @param position where its definition begins
 */
public record AsyncGroup(
    String name, int workers, boolean nonblock, Duration pause, Position position) {

  private static final List<String> NAMES = List.of("name", "workers", "nonblock", "usleep");
  private static final int MOST_WORKERS = 1024;

  /** Reads {@code name=…;workers=…;nonblock=…;usleep=…}; empty after reporting problems. */
  static Optional<AsyncGroup> parse(PlacedText text, Problems problems) {
    Problems own = new Problems();
    Attributes attributes = Attributes.parse(text, NAMES, own);
    String name = attributes.find("name").map(Attribute::value).orElse("");
    if (name.isEmpty() && own.isEmpty()) {
      own.add(text.position(), "the group of workers has no name", "add name=…;");
    }
    int workers = number(attributes, "workers", 1, MOST_WORKERS, 1, own);
    int nonblock = number(attributes, "nonblock", 0, 1, 0, own);
    int micros = number(attributes, "usleep", 0, Integer.MAX_VALUE, 0, own);
    own.list().forEach(p -> problems.add(p.position(), p.what(), p.advice()));
    return own.isEmpty()
        ? Optional.of(
            new AsyncGroup(
                name, workers, nonblock == 1, Duration.ofNanos(micros * 1000L), text.position()))
        : Optional.empty();
  }

  private static int number(
      Attributes attributes, String name, int least, int greatest, int otherwise, Problems own) {
    Optional<Attribute> found = attributes.find(name);
    if (found.isEmpty()) {
      return otherwise;
    }
    Attribute attribute = found.get();
    Long number = Value.parseInt(attribute.value());
    if (number != null && number >= least && number <= greatest) {
      return number.intValue();
    }
    own.add(
        attribute.position(),
        name + " is '" + attribute.value() + "'",
        "write a number from "
            + least
            + (greatest < Integer.MAX_VALUE ? " to " + greatest : " on"));
    return otherwise;
  }

  /** As it is written in a file. */
  @Override
  public String toString() {
    return "name="
        + name
        + ";workers="
        + workers
        + ";nonblock="
        + (nonblock ? 1 : 0)
        + ";usleep="
        + pause.toNanos() / 1000;
  }
}
