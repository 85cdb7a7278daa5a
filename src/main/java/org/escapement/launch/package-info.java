/**
 * The command line: {@code ./run} checks the configuration, sets the server up and keeps it in the
 * foreground. Java SE only.
 */
@NullMarked
package org.escapement.launch;

import org.jspecify.annotations.NullMarked;
