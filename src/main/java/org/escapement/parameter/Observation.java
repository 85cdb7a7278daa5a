package org.escapement.parameter;

/** An observer's registration. */
@FunctionalInterface
public interface Observation extends AutoCloseable {

  /** Ends it; the observer may still be told of a change that happens at the same time. */
  @Override
  void close();
}
