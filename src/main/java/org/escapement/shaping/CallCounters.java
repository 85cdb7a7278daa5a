package org.escapement.shaping;

/**
 * What became of the calls of a queue: {@code offered = passed + waiting + cancelled + refused +
 * timedOut + failed}, always.
 *
 * @param offered calls that came
 * @param passed calls that left for the next hop
 * @param waiting calls in the queue, or on their way out of it at this moment
 * @param cancelled calls that their caller gave up
 * @param refused calls that came to a full or closed queue, or waited when it closed
 * @param timedOut calls that waited too long
 * @param failed calls that could not be sent on
 * @param longestWaitNanos the longest time that any of them waited
 */
public record CallCounters(
    long offered,
    long passed,
    long waiting,
    long cancelled,
    long refused,
    long timedOut,
    long failed,
    long longestWaitNanos) {}
