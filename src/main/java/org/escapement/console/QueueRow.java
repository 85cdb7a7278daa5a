package org.escapement.console;

import org.escapement.shaping.CallCounters;
import org.escapement.shaping.QueueControl;

/**
 * A call queue as the page shows it.
 *
 * @param rate calls a second at most; 0 if nobody limits them
 * @param size most calls that wait
 * @param nextHop where its calls go; empty if the application decides
 */
public record QueueRow(
    String name,
    QueueControl.State state,
    int rate,
    int size,
    String nextHop,
    CallCounters counters) {}
