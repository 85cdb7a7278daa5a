package org.escapement.timer;

import org.escapement.text.Position;

/**
 * A route that a timer names.
 *
 * @param position where it is named
 */
record RouteUse(String name, Position position) {}
