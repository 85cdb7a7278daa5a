/** The synthetic request of a worker and the state it keeps from start to end. */
@NullMarked
package org.escapement.message;

import org.jspecify.annotations.NullMarked;
