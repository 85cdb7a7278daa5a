/** What many timers cost: time to arm and cancel one, memory, lateness and wake-ups. */
@NullMarked
package org.escapement.bench.scale;

import org.jspecify.annotations.NullMarked;
