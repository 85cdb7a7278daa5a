/** Locks by name that routes take, and that are given back when a route ends. */
@NullMarked
package org.escapement.lock;

import org.jspecify.annotations.NullMarked;
