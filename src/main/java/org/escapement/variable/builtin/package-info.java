/** The pseudo-variables that every application has, with what Kamailio's mean. */
@NullMarked
package org.escapement.variable.builtin;

import org.jspecify.annotations.NullMarked;
