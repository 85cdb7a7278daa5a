package org.escapement.log;

/** How a line goes over the wire. */
@FunctionalInterface
interface LineFormat {

  byte[] format(LogLine line);
}
