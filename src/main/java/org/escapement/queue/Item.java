package org.escapement.queue;

/** What a queue holds. */
public record Item(String key, String value) {}
