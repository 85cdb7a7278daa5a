/**
 * What happens to every SIP message: the routes that run for it, the checks it must pass, and the
 * headers of what is answered and sent from here.
 */
@NullMarked
package org.escapement.routing;

import org.jspecify.annotations.NullMarked;
