/** Jakarta EE wiring: what the server injects, names, starts and stops. */
@NullMarked
package org.escapement.server;

import org.jspecify.annotations.NullMarked;
