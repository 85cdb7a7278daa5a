/** Clocks, waiting for a deadline, and the event loop with its time sources. Java SE only. */
@NullMarked
package org.escapement.clock;

import org.jspecify.annotations.NullMarked;
