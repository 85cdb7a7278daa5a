package org.escapement.route;

/** A route passed a limit that keeps routes from running for ever. It ends the route. */
public final class RouteLimitException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  /** Says what was too much, and which core parameter is the limit. */
  public RouteLimitException(String message) {
    super(message);
  }
}
