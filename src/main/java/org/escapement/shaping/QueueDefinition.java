package org.escapement.shaping;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.escapement.text.Attributes;
import org.escapement.text.Attributes.Attribute;
import org.escapement.text.PlacedText;
import org.escapement.text.Position;
import org.escapement.text.Problems;
import org.escapement.timer.Interval;

/**
 * What {@code modparam("shaper", "queue", …)} says.
 *
 * @param rate calls a second, 1 to {@value #MAX_RATE}
 * @param size most calls that wait
 * @param maxWait longest wait of a call
 * @param nextHop where the calls go
 * @param burst calls that may leave together after idle time
 */
record QueueDefinition(
    String name,
    int rate,
    int size,
    Duration maxWait,
    NextHop nextHop,
    int burst,
    Position position) {

  /** Turns closer than 100 µs would take a whole core. */
  static final int MAX_RATE = 10_000;

  /** The name of the timer that drives it. */
  String timer() {
    return "shaper." + name;
  }

  QueueDefinition withRate(int newRate) {
    requireRate("rate", newRate);
    return new QueueDefinition(name, newRate, size, maxWait, nextHop, burst, position);
  }

  QueueDefinition withBurst(int newBurst) {
    requireRate("burst", newBurst);
    return new QueueDefinition(name, rate, size, maxWait, nextHop, newBurst, position);
  }

  QueueDefinition withMaxWait(Duration newMaxWait) {
    if (newMaxWait.isNegative() || newMaxWait.isZero()) {
      throw new IllegalArgumentException("max_wait is " + newMaxWait + ", must be above 0");
    }
    return new QueueDefinition(name, rate, size, newMaxWait, nextHop, burst, position);
  }

  private static void requireRate(String what, int value) {
    if (value < 1 || value > MAX_RATE) {
      throw new IllegalArgumentException(what + " is " + value + ", must be 1 to " + MAX_RATE);
    }
  }

  private static final int MAX_SIZE = 1_000_000;
  private static final String DEFAULT_SIZE = "10000";
  private static final String DEFAULT_MAX_WAIT = "30s";
  private static final List<String> KNOWN =
      List.of("name", "rate", "size", "max_wait", "next_hop", "transport", "burst");

  /** Reads a definition; what is wrong with it goes to {@code problems}. */
  static Optional<QueueDefinition> parse(PlacedText text, Problems problems) {
    Position position = text.position();
    int before = problems.list().size();
    Attributes attributes = Attributes.parse(text, KNOWN, problems);
    Optional<Attribute> name = required(attributes, "name", problems);
    int rate =
        required(attributes, "rate", problems).map(a -> number(a, MAX_RATE, problems)).orElse(1);
    int size =
        number(
            attributes.find("size").orElse(new Attribute("size", DEFAULT_SIZE, position)),
            MAX_SIZE,
            problems);
    int burst =
        number(
            attributes.find("burst").orElse(new Attribute("burst", "1", position)),
            MAX_RATE,
            problems);
    Duration maxWait =
        duration(
            attributes
                .find("max_wait")
                .orElse(new Attribute("max_wait", DEFAULT_MAX_WAIT, position)),
            problems);
    Optional<NextHop> nextHop =
        required(attributes, "next_hop", problems)
            .flatMap(hop -> NextHop.parse(hop, attributes.find("transport"), problems));
    if (problems.list().size() > before || name.isEmpty() || nextHop.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new QueueDefinition(
            name.get().value(), rate, size, maxWait, nextHop.get(), burst, position));
  }

  private static Optional<Attribute> required(
      Attributes attributes, String name, Problems problems) {
    Optional<Attribute> found = attributes.find(name).filter(a -> !a.value().isEmpty());
    if (found.isEmpty()) {
      problems.add(attributes.position(), "the queue has no " + name, "add " + name + "=…");
    }
    return found;
  }

  private static int number(Attribute attribute, int most, Problems problems) {
    String value = attribute.value();
    if (value.matches("[0-9]{1,9}")) {
      int number = Integer.parseInt(value);
      if (number >= 1 && number <= most) {
        return number;
      }
    }
    problems.add(
        attribute.position(),
        attribute.name() + " is '" + value + "'",
        "write a number from 1 to " + most);
    return 1;
  }

  private static Duration duration(Attribute attribute, Problems problems) {
    try {
      return Duration.ofNanos(Interval.parse(attribute.value()).nanos());
    } catch (IllegalArgumentException e) {
      problems.add(
          attribute.position(),
          "max_wait: " + e.getMessage(),
          "write a number followed by s or ms, such as 30s");
      return Duration.ZERO;
    }
  }
}
