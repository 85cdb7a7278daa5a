package org.escapement.config;

/** What becomes of a module that a configuration loads. */
enum ModuleSupport {
  /** The running application has it. */
  PROVIDED,
  /** A later version is to have it. */
  PLANNED,
  /** The SIP container does its work. */
  CONTAINER,
  /** Known by name only. */
  UNSUPPORTED,
  /** Nobody knows it. */
  UNKNOWN
}
