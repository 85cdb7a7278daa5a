/** What {@code ./bench} runs: the command line, reports, tables and plots. */
@NullMarked
package org.escapement.bench;

import org.jspecify.annotations.NullMarked;
