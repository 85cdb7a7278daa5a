package org.escapement.rpc;

import org.escapement.natives.NativeCalls;
import org.jspecify.annotations.Nullable;

/**
 * Calls of the C library for datagrams of the unix domain, which Java has not. Only on Linux with
 * 64-bit longs; elsewhere {@link #REACH} says why not, and nothing here may be called.
 */
final class SocketLibC {

  static final int AF_UNIX = 1;
  static final int SOCK_DGRAM = 2;

  /** So that the socket does not live on in programs that the server starts. */
  static final int SOCK_CLOEXEC = 0x80000;

  static final int SOL_SOCKET = 1;
  static final int SO_RCVTIMEO = 20;
  static final int MSG_DONTWAIT = 0x40;
  static final int MSG_TRUNC = 0x20;
  static final int EINTR = 4;
  static final int EAGAIN = 11;

  /** Null when the calls can be made, else the reason why they cannot. */
  static final @Nullable String REACH = NativeCalls.bind(SocketLibC.class);

  private SocketLibC() {}

  /** {@code socket(2)}. */
  static native int socket(int domain, int type, int protocol);

  /** {@code bind(2)}. */
  static native int bind(int socket, byte[] address, int length);

  /** {@code connect(2)}. */
  static native int connect(int socket, byte[] address, int length);

  /** {@code setsockopt(2)} with a {@code struct timeval}. */
  static native int setsockopt(int socket, int level, int option, long[] time, int length);

  /** {@code recvfrom(2)}. */
  static native long recvfrom(
      int socket, byte[] buffer, long length, int flags, byte[] address, int[] addressLength);

  /** {@code sendto(2)}. */
  static native long sendto(
      int socket, byte[] bytes, long length, int flags, byte[] address, int addressLength);

  /** {@code close(2)}. */
  static native int close(int socket);
}
