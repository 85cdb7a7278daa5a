package org.escapement.clock;

/**
 * What an event loop has done so far.
 *
 * @param iterations passes through the loop
 * @param wakeUps waits that ended, for whatever reason: what the loop costs an idle machine
 * @param dispatched handlers and actions run
 * @param handlerErrors handlers and actions that threw, or returned a result below 0
 */
public record LoopCounters(long iterations, long wakeUps, long dispatched, long handlerErrors) {}
