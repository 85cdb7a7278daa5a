package org.escapement.command;

/**
 * Who gives a command.
 *
 * @param user the name that was logged in with, or what stands for it, such as the owner of a
 *     socket's other end
 * @param origin where the command came from, such as {@code http 127.0.0.1}
 * @param operator whether commands that change something are allowed
 */
public record Caller(String user, String origin, boolean operator) {}
