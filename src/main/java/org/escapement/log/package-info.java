/**
 * The log beside the server's own: its threshold, its prefix, syslog and the log engine, and the
 * messages whose level is a setting. Java SE only.
 */
@NullMarked
package org.escapement.log;

import org.jspecify.annotations.NullMarked;
