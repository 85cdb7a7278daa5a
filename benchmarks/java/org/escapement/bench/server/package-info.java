/** Open Liberty as a child process of the benchmarks. */
@NullMarked
package org.escapement.bench.server;

import org.jspecify.annotations.NullMarked;
