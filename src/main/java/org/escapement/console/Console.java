package org.escapement.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  private final List<Section> sections;
  private final Supplier<Object> history;
  private final List<Stream> streams = new CopyOnWriteArrayList<>();
  private final Map<String, Long> seen = new LinkedHashMap<>();

  /** Never changed, only replaced. */
  private volatile Map<String, Frame> frames = Map.of();

  private boolean closed;

  /**
   * A console without tabs.
   *
   * @param sections in the order in which a new tab gets them
   * @param history the past that a new tab gets before them
   */
  public Console(List<Section> sections, Supplier<Object> history) {
    this.sections = List.copyOf(sections);
    this.history = history;
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
    if (streams.isEmpty()) {
      return;
    }
    look();
    for (Stream stream : streams) {
      stream.second(KEEP_ALIVE_SECONDS, MOST_SECONDS_BLOCKED, frames);
    }
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
  }
}
