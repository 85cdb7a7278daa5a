/** Calls of the platform's C library, by JNA. */
@NullMarked
package org.escapement.natives;

import org.jspecify.annotations.NullMarked;
