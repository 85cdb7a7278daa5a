/**
 * The core parameters as they are now: each with its value, where that comes from, and who is told
 * when it changes. Plain Java; whoever reads a parameter often obtains its handle once, such as an
 * {@link org.escapement.parameter.IntParameter}.
 */
@NullMarked
package org.escapement.parameter;

import org.jspecify.annotations.NullMarked;
