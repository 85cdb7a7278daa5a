/**
 * What every reader of user text needs: positions, problems, attribute strings, nearest names. Java
 * SE only.
 */
@NullMarked
package org.escapement.text;

import org.jspecify.annotations.NullMarked;
