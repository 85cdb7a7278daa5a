/**
 * Pseudo-variables and transformations in texts, as Kamailio has them: read once, expanded often.
 *
 * <p>A text becomes a {@link org.escapement.variable.Format}, which holds what each variable is
 * read by; expanding it looks nothing up by name. The variables themselves are in {@code builtin},
 * the transformations in {@code transformation}, and modules add their own.
 */
@NullMarked
package org.escapement.variable;

import org.jspecify.annotations.NullMarked;
