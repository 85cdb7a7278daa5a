package org.escapement.route;

import org.escapement.text.Position;

/** A route that is known to be there, looked up once. Thread-safe. */
public final class MessageRoute {

  private final CallableRoute callable;

  MessageRoute(CallableRoute callable) {
    this.callable = callable;
  }

  public String name() {
    return callable.name();
  }

  /** The class and method, for messages. */
  public Position position() {
    return callable.declaration().position();
  }

  CallableRoute callable() {
    return callable;
  }

  @Override
  public String toString() {
    return name() + " (" + position() + ')';
  }
}
