/**
 * The reader of kamailio.cfg: preprocessor, grammar, model and the checks that need no module.
 *
 * <p>The way of a text: {@link SourceFiles} → {@code KamailioLexer} → {@code Preprocessor}
 * (defines, conditions, includes) → {@code TokenAssembler} → {@code KamailioParser} → {@code
 * StatementBuilder} → checks → {@link Configuration}.
 */
@NullMarked
package org.escapement.config;

import org.jspecify.annotations.NullMarked;
