/**
 * Call-rate shaping: queues of waiting calls, their turns, and the servlet that holds and releases
 * calls.
 */
@NullMarked
package org.escapement.shaping;

import org.jspecify.annotations.NullMarked;
