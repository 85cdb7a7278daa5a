package org.escapement.system;

/** A resource that the kernel limits for each process (getrlimit(2)). */
enum Resource {
  CORE(4),
  OPEN_FILES(7),
  LOCKED_MEMORY(8);

  private final int number;

  Resource(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }
}
