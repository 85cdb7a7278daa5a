/** Whether ticks stay on their grid, and what timers cost that do nothing. */
@NullMarked
package org.escapement.bench.drift;

import org.jspecify.annotations.NullMarked;
