/** The transformations that every application has, with what Kamailio's give. */
@NullMarked
package org.escapement.variable.transformation;

import org.jspecify.annotations.NullMarked;
