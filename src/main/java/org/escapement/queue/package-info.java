/**
 * Named queues of keys and values, as Kamailio's module mqueue has them: one worker adds, another
 * fetches.
 */
@NullMarked
package org.escapement.queue;

import org.jspecify.annotations.NullMarked;
