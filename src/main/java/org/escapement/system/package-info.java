/**
 * What the operating system and the JVM give the process: its limits, memory, identity, folders and
 * addresses, and how they compare with the configuration.
 */
@NullMarked
package org.escapement.system;

import org.jspecify.annotations.NullMarked;
