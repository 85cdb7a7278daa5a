/** Calls through a shaper, as they leave on the wire. */
@NullMarked
package org.escapement.bench.shaping;

import org.jspecify.annotations.NullMarked;
