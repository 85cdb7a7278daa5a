/**
 * What operators are shown of the timers and queues: events, health, figures of the last second.
 */
@NullMarked
package org.escapement.metrics;

import org.jspecify.annotations.NullMarked;
