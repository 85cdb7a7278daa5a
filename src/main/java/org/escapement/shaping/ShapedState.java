package org.escapement.shaping;

/**
 * How one of the shaper's queues stands at a moment.
 *
 * @param rate calls a second at most
 * @param nextHop where its calls go
 * @param timer the name of its route timer
 * @param open whether it takes calls
 */
public record ShapedState(String name, int rate, String nextHop, String timer, boolean open) {}
