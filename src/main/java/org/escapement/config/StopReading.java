package org.escapement.config;

/** Ends a reading whose reason has been reported already. */
final class StopReading extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StopReading() {
    super(null, null, false, false);
  }
}
