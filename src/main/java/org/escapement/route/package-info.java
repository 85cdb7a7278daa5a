/** Routes by name, how they are declared, invoked and what they return. */
@NullMarked
package org.escapement.route;

import org.jspecify.annotations.NullMarked;
