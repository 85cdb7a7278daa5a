/** Counters and gauges by group and name, as Kamailio's statistics are. Java SE only. */
@NullMarked
package org.escapement.statistic;

import org.jspecify.annotations.NullMarked;
