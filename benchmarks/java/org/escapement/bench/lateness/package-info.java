/** How late the ticks of periodic timers come: Escapement's, and its peers'. */
@NullMarked
package org.escapement.bench.lateness;

import org.jspecify.annotations.NullMarked;
