package org.escapement.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.LongSupplier;
import org.escapement.metrics.Event.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The last events, as many as fit; older ones make room.
 *
 * <p>Thread-safe. Adding takes no lock and never waits. An event like one of the last few is
 * counted there: a route that fails a thousand times a second must not drive out what happened
 * before.
 */
public final class EventRing {

  /** How many events are kept. */
  public static final int CAPACITY = 1_000;

  private static final int LONGEST_TEXT = 500;

  /** So many of the last events are looked at for one that is alike. */
  private static final int LOOK_BACK = 16;

  /** What happens again after this time is an event of its own. */
  private static final long ALIKE_MILLIS = 10_000;

  private final LongSupplier millis;
  private final AtomicReferenceArray<@Nullable Event> slots;
  private final AtomicLong next = new AtomicLong();
  private final AtomicLong changes = new AtomicLong();

  /**
   * An empty ring.
   *
   * @param millis the time of day in milliseconds since 1970
   */
  public EventRing(LongSupplier millis) {
    this(millis, CAPACITY);
  }

  EventRing(LongSupplier millis, int capacity) {
    this.millis = millis;
    this.slots = new AtomicReferenceArray<>(capacity);
  }

  /** Adds an event; its text is cut to 500 characters in one line. */
  public void add(Kind kind, String source, String text) {
    String line = oneLine(text);
    long now = millis.getAsLong();
    if (!countedAgain(now, kind, source, line)) {
      long number = next.getAndIncrement();
      slots.set(slot(number), new Event(number, now, kind, source, line, 1));
    }
    changes.incrementAndGet();
  }

  private boolean countedAgain(long now, Kind kind, String source, String text) {
    long end = next.get();
    long from = Math.max(0, end - Math.min(LOOK_BACK, slots.length()));
    for (long number = end - 1; number >= from; number--) {
      int slot = slot(number);
      Event known = slots.get(slot);
      while (known != null
          && known.isLike(kind, source, text)
          && now - known.millis() <= ALIKE_MILLIS) {
        if (slots.compareAndSet(slot, known, known.again(now, 1))) {
          return true;
        }
        known = slots.get(slot); // another thread was first: count on from there
      }
    }
    return false;
  }

  private int slot(long number) {
    return (int) (number % slots.length());
  }

  /** A number that grows with every addition: readers look again when it has. */
  public long changes() {
    return changes.get();
  }

  /** All events there are, oldest first. */
  public List<Event> list() {
    return last(slots.length());
  }

  /** The last events, oldest first. */
  public List<Event> last(int most) {
    long end = next.get();
    List<Event> events = new ArrayList<>();
    for (long number = Math.max(0, end - Math.min(most, slots.length())); number < end; number++) {
      Event event = slots.get(slot(number));
      if (event != null && event.number() >= number) { // else one that is being written
        events.add(event);
      }
    }
    return events;
  }

  private static String oneLine(String text) {
    String bounded = text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
    return bounded.replaceAll("\\s*[\\p{Cntrl}\\u0085\\u2028\\u2029]+\\s*", " ");
  }
}
