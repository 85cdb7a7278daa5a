package org.escapement.parameter;

/** A parameter got another value, which it has already. */
public record Change(Parameter parameter, Setting before, Setting after) {}
