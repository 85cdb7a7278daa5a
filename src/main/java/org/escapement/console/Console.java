package org.escapement.console;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What all tabs are shown: one picture a second, made once for all of them, and only while there
 * are any.
 *
 * <p>Thread-safe.
 */
public class Console {

  /** How many tabs may be open at the same time. */
  public static final int MOST_STREAMS = 200;

  static final int KEEP_ALIVE_SECONDS = 10;
  static final int MOST_SECONDS_BLOCKED = 30;

  /** Many tabs are served in so many parts of a second: all at once would keep calls waiting. */
  static final int PARTS = 16;

  static final long PART_MILLIS = 50;

  /** Does something after a while. */
  @FunctionalInterface
  public interface Later {

    void run(Runnable task, long millis);
  }

  private final List<Section> sections;
  private final Supplier<Object> history;
  private final Later later;
  private final List<Stream> streams = new CopyOnWriteArrayList<>();
  private final Map<String, Long> seen = new LinkedHashMap<>();

  /** Those who have not been told of this second yet, who has waited longest first. */
  private final Set<Stream> unserved = new LinkedHashSet<>();

  private int share;
  private boolean partAwaited;

  /** Never changed, only replaced. */
  private volatile Map<String, Frame> frames = Map.of();

  private boolean closed;

  /**
   * A console without tabs.
   *
   * @param sections in the order in which a new tab gets them
   * @param history the past that a new tab gets before them
   * @param later serves many tabs over the second
   */
  public Console(List<Section> sections, Supplier<Object> history, Later later) {
    this.sections = List.copyOf(sections);
    this.history = history;
    this.later = later;
  }

  /** How many tabs are open. */
  public int streams() {
    return streams.size();
  }

  /**
   * Opens a tab's stream.
   *
   * @param session what this tab alone is told
   * @return null if there are too many, or the console is closed
   */
  synchronized @Nullable Stream open(Output output, Object session) {
    if (closed || streams.size() >= MOST_STREAMS) {
      return null;
    }
    if (streams.isEmpty()) {
      look();
    }
    Stream stream =
        new Stream(
            output,
            List.of(Frame.event("session", session), Frame.event("history", history.get())));
    streams.add(stream);
    return stream;
  }

  /** Sends what a stream's tab can take now. */
  void pump(Stream stream) {
    stream.pump(frames);
  }

  /** Takes no lock: the container may call this while another thread waits for the stream. */
  void forget(Stream stream) {
    stream.close();
    streams.remove(stream);
  }

  /** A second has passed. Costs nothing while no tab is open. */
  public synchronized void second() {
    streams.removeIf(Stream::isClosed);
    unserved.retainAll(streams);
    if (streams.isEmpty()) {
      return;
    }
    look();
    unserved.addAll(streams);
    share = (streams.size() + PARTS - 1) / PARTS;
    serve();
  }

  private void serve() {
    Iterator<Stream> next = unserved.iterator();
    for (int i = 0; i < share && next.hasNext(); i++) {
      next.next().second(KEEP_ALIVE_SECONDS, MOST_SECONDS_BLOCKED, frames);
      next.remove();
    }
    if (!unserved.isEmpty() && !partAwaited) {
      later.run(this::part, PART_MILLIS);
      partAwaited = true;
    }
  }

  private synchronized void part() {
    partAwaited = false;
    serve();
  }

  private void look() {
    Map<String, Frame> next = new LinkedHashMap<>();
    for (Section section : sections) {
      Frame before = frames.get(section.name());
      next.put(section.name(), look(section, before));
    }
    frames = next;
  }

  private Frame look(Section section, @Nullable Frame before) {
    long changes = section.changes().getAsLong();
    Long known = seen.put(section.name(), changes);
    if (before != null && known != null && known == changes) {
      return before;
    }
    byte[] bytes = Frame.event(section.name(), section.tree().get());
    if (before == null) {
      return new Frame(0, bytes);
    }
    return before.says(bytes) ? before : new Frame(before.version() + 1, bytes);
  }

  /** Ends all streams; no more are opened. */
  public synchronized void close() {
    closed = true;
    streams.forEach(Stream::close);
    streams.clear();
    unserved.clear();
  }
}
