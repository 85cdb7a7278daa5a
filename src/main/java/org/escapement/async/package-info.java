/** Kamailio's {@code async}: routes in workers of their own, and sleep that holds no thread. */
@NullMarked
package org.escapement.async;

import org.jspecify.annotations.NullMarked;
