package org.escapement.text;

import java.util.ArrayList;
import java.util.List;

/** Collects problems, so that a user sees all of them at once. Not thread-safe. */
public final class Problems {

  private final List<Problem> found = new ArrayList<>();

  public void add(Position position, String what, String advice) {
    found.add(new Problem(position, what, advice));
  }

  public void add(Problem problem) {
    found.add(problem);
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** What was found so far, in the order of discovery. */
  public List<Problem> list() {
    return List.copyOf(found);
  }

  /**
   * Ends a phase of reading.
   *
   * @throws ConfigurationException if any problem was found
   */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new ConfigurationException(found);
    }
  }
}
