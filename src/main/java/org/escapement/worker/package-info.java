/** Groups of workers, each with a bounded queue of tasks. */
@NullMarked
package org.escapement.worker;

import org.jspecify.annotations.NullMarked;
