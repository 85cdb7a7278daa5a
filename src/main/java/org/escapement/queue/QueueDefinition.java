package org.escapement.queue;

/**
 * A queue as it is configured.
 *
 * @param name unique
 * @param size most items that it holds, 1 to {@value #MOST}; one more takes the place of the oldest
 */
public record QueueDefinition(String name, int size, AddMode mode) {

  /** Of a queue that names no size; Kamailio's would have no bound. */
  public static final int DEFAULT_SIZE = 1_000_000;

  /** Largest size. */
  public static final int MOST = 10_000_000;

  /** The size that a number asks for: 0 is the default. */
  static int sizeOf(int asked) {
    return asked == 0 ? DEFAULT_SIZE : asked;
  }

  public QueueDefinition {
    if (size < 1 || size > MOST) {
      throw new IllegalArgumentException(
          "size " + size + " of queue " + name + " is not 1 to " + MOST);
    }
  }
}
