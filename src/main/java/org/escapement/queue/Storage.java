package org.escapement.queue;

import java.util.ArrayList;
import java.util.List;

/**
 * What a configuration says of keeping queues in a database. There is none: Kamailio's URLs name
 * its own database drivers, and a queue that survives its server is a message broker's business. So
 * each such setting is told to the operator.
 */
final class Storage {

  private final List<String> asked = new ArrayList<>();

  /**
   * A setting asks for a database.
   *
   * @param setting its name only: a value may hold a password
   */
  void asked(String setting) {
    asked.add(setting);
  }

  /** Says that the settings have no effect, and why. */
  void report() {
    asked.forEach(QueueLog.LOG::noDatabase);
  }
}
