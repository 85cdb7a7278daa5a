package org.escapement.config;

/** How much a {@link Notice} should worry an operator. */
public enum Severity {
  /** Nothing is lost: what the setting asks for is done elsewhere or not yet. */
  NOTICE,
  /** Probably not what the author meant. */
  WARNING
}
