package org.escapement.launch;

/** A reason not to start, in words for the user. */
final class LaunchException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LaunchException(String message) {
    super(message);
  }
}
