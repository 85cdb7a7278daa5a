package org.escapement.console;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * The stream of one tab: sends what has changed since it last could, and nothing twice. A tab that
 * is slow misses states in between, so what waits for it is bounded by what the page shows.
 *
 * <p>Thread-safe.
 */
final class Stream {

  private final Output output;
  private final Queue<byte[]> first;
  private final Map<String, Long> sent = new HashMap<>();
  private boolean closed;
  private boolean unflushed;
  private int secondsBlocked;
  private int secondsSilent;

  /**
   * A stream that has sent nothing yet.
   *
   * @param first goes before all else
   */
  Stream(Output output, List<byte[]> first) {
    this.output = output;
    this.first = new ArrayDeque<>(first);
  }

  /**
   * A second has passed.
   *
   * @param keepAliveSeconds after so long without anything a comment is sent
   * @param mostSecondsBlocked one that takes nothing for so long is closed
   */
  synchronized void second(int keepAliveSeconds, int mostSecondsBlocked, Map<String, Frame> now) {
    secondsSilent++;
    secondsBlocked++;
    if (secondsBlocked > mostSecondsBlocked) {
      close();
    } else if (secondsSilent >= keepAliveSeconds && first.isEmpty()) {
      first.add(Frame.COMMENT);
    }
    pump(now);
  }

  /** Sends what it can. */
  synchronized void pump(Map<String, Frame> now) {
    try {
      while (!closed && output.isReady()) {
        secondsBlocked = 0;
        byte[] next = next(now);
        if (next != null) {
          output.write(next);
          unflushed = true;
          secondsSilent = 0;
        } else if (unflushed) {
          unflushed = false;
          output.flush();
        } else {
          return;
        }
      }
    } catch (IOException | IllegalStateException e) { // the tab is gone: nobody is to be told
      close();
    }
  }

  private byte @org.jspecify.annotations.Nullable [] next(Map<String, Frame> now) {
    byte[] head = first.poll();
    if (head != null) {
      return head;
    }
    for (Map.Entry<String, Frame> section : now.entrySet()) {
      Frame frame = section.getValue();
      Long known = sent.put(section.getKey(), frame.version());
      if (known == null || known != frame.version()) {
        return frame.bytes();
      }
    }
    return null;
  }

  synchronized boolean isClosed() {
    return closed;
  }

  synchronized void close() {
    if (!closed) {
      closed = true;
      output.close();
    }
  }
}
