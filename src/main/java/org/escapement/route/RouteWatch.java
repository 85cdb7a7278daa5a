package org.escapement.route;

import org.escapement.text.Position;

/** Told how long calls of routes take. Thread-safe; it must be quick and throw nothing. */
public interface RouteWatch {

  /** Nobody wants to know. */
  RouteWatch NONE =
      new RouteWatch() {
        @Override
        public boolean isOn() {
          return false;
        }

        @Override
        public void called(String route, Position position, long nanos) {}
      };

  /** Whether calls need to be timed now. */
  boolean isOn();

  /**
   * A call has ended, by itself or by an exception.
   *
   * @param position of the route's method
   */
  void called(String route, Position position, long nanos);
}
