/**
 * Commands that an operator gives: what they are called, take and answer, independent of how they
 * arrive. Java SE only.
 */
@NullMarked
package org.escapement.command;

import org.jspecify.annotations.NullMarked;
