/**
 * Route timers: definitions, schedules, slicing, the life of a worker, live control and statistics.
 * Java SE only.
 */
@NullMarked
package org.escapement.timer;

import org.jspecify.annotations.NullMarked;
