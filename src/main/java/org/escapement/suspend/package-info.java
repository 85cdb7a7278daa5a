/** Requests that wait without a thread: suspended, resumed in a worker, cancelled or timed out. */
@NullMarked
package org.escapement.suspend;

import org.jspecify.annotations.NullMarked;
