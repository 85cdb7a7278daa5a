/** What is measured inside the server. */
@NullMarked
package org.escapement.bench.war;

import org.jspecify.annotations.NullMarked;
