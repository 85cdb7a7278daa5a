package org.escapement.statistic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.escapement.text.Nearest;

/**
 * All statistics by group and name. Thread-safe.
 *
 * <p>Who counts keeps the {@link Counter} that it declared: looking one up by name is for readers.
 */
public final class Statistics {

  /** The group of the statistics that the application's configuration declares. */
  public static final String SCRIPT = "script";

  /** Asks for all of them. */
  public static final String ALL = "all";

  private static final String DEFAULT_SEPARATOR = "_";
  private static final Pattern GROUP = Pattern.compile("[A-Za-z0-9_.-]+");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.+@-]+");

  private record Key(String group, String name) {
    static final Comparator<Key> ORDER = Comparator.comparing(Key::group).thenComparing(Key::name);
  }

  private final Supplier<String> separator;
  private final Map<Key, Statistic> all = new ConcurrentSkipListMap<>(Key.ORDER);
  private final Map<String, Statistic> firstByName = new ConcurrentHashMap<>();

  /** With the separator that Kamailio has by default, an underscore. */
  public Statistics() {
    this(() -> DEFAULT_SEPARATOR);
  }

  /**
   * @param separator stands between the pieces of a name that is put together: {@code
   *     stats_name_separator}; asked whenever one is
   */
  public Statistics(Supplier<String> separator) {
    this.separator = separator;
  }

  /** A name made of pieces, such as that of a queue and what is counted of it. */
  public String name(String... pieces) {
    return String.join(separator.get(), pieces);
  }

  /**
   * Declares a counter.
   *
   * @param help what it counts, one sentence without its full stop
   * @throws IllegalArgumentException if the group has one of this name, or a name has a character
   *     other than letters, digits and {@code _ . -} (in a name also {@code + @})
   */
  public Counter counter(String group, String name, String help) {
    return add(new Counter(group, name, help, true));
  }

  /** Declares a counter that reset and clear leave as it is, as Kamailio's {@code no_reset}. */
  public Counter lastingCounter(String group, String name, String help) {
    return add(new Counter(group, name, help, false));
  }

  /**
   * Declares a gauge.
   *
   * @param value asked at every reading, from any thread; must not block
   * @throws IllegalArgumentException as {@link #counter} does
   */
  public Gauge gauge(String group, String name, String help, LongSupplier value) {
    return add(new Gauge(group, name, help, value));
  }

  private <S extends Statistic> S add(S statistic) {
    check(GROUP, "group", statistic.group());
    check(NAME, "name", statistic.name());
    if (all.putIfAbsent(new Key(statistic.group(), statistic.name()), statistic) != null) {
      throw new IllegalArgumentException(
          "there are two statistics " + statistic.group() + ':' + statistic.name());
    }
    firstByName.putIfAbsent(statistic.name(), statistic);
    return statistic;
  }

  private static void check(Pattern allowed, String what, String text) {
    if (!allowed.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no " + what + " of a statistic: it must match " + allowed);
    }
  }

  /**
   * Finds one.
   *
   * @param name {@code group:name}, or a bare name, which finds the one declared first
   */
  public Optional<Statistic> find(String name) {
    int colon = name.indexOf(':');
    return Optional.ofNullable(
        colon < 0
            ? firstByName.get(name)
            : all.get(new Key(name.substring(0, colon), name.substring(colon + 1))));
  }

  /**
   * Adds to a counter: Kamailio's {@code update_stat}.
   *
   * @param name what {@link #find} takes
   * @param amount may be negative
   * @throws IllegalArgumentException if there is no counter of this name
   */
  public void update(String name, long amount) {
    if (!(need(name) instanceof Counter counter)) {
      throw new IllegalArgumentException(name + " is no counter: only what it measures changes it");
    }
    counter.add(amount);
  }

  /**
   * Sets a statistic back to 0: Kamailio's {@code reset_stat}.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public void reset(String name) {
    need(name).reset();
  }

  private Statistic need(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no statistic '"
                        + name
                        + "'; "
                        + Nearest.advice("statistic", name, firstByName.keySet())));
  }

  /**
   * Finds those that an operator asks for.
   *
   * @param asked {@code all}, a group as {@code group:}, or what {@link #find} takes
   * @return by group and name; empty when there is none
   */
  public List<Statistic> select(String asked) {
    if (asked.equals(ALL)) {
      return new ArrayList<>(all.values());
    }
    if (asked.endsWith(":")) {
      String group = asked.substring(0, asked.length() - 1);
      return all.values().stream().filter(s -> s.group().equals(group)).toList();
    }
    return find(asked).stream().toList();
  }

  /** All groups, sorted. */
  public List<String> groups() {
    return all.keySet().stream().map(Key::group).distinct().toList();
  }

  /** All bare names, sorted. */
  public Collection<String> names() {
    return firstByName.keySet().stream().sorted().toList();
  }
}
