package org.escapement.config;

import org.jspecify.annotations.Nullable;

/**
 * One socket to listen on.
 *
 * @param address where to listen
 * @param advertise host and port that messages name instead; its transport is null
 * @param name unique name of the socket
 * @param virtual whether the address may move to another host
 * @param workers workers of this socket alone, from socket_workers
 */
public record ListenSpec(
    SocketAddress address,
    @Nullable SocketAddress advertise,
    @Nullable String name,
    boolean virtual,
    @Nullable Integer workers) {}
