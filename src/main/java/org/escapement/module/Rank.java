package org.escapement.module;

/**
 * Kamailio's ranks of workers. A positive rank is an ordinary worker, a negative one has a special
 * meaning. The numbers are Kamailio's.
 */
public final class Rank {

  /** The main thread, when workers may be forked. */
  public static final int PROC_MAIN = 0;

  /** A worker of route timers. */
  public static final int PROC_TIMER = -1;

  /** A worker for remote commands. */
  public static final int PROC_RPC = -2;

  /** The main worker of TCP connections. */
  public static final int PROC_TCP_MAIN = -4;

  /** A worker that reads a unix socket. */
  public static final int PROC_UNIXSOCK = -5;

  /** The thread that looks after the others. */
  public static final int PROC_ATTENDANT = -10;

  /** The main thread, when all workers have been initialised. */
  public static final int PROC_POSTCHILDINIT = -126;

  /** The main thread, before any worker is started. */
  public static final int PROC_INIT = -127;

  /** A worker for which no {@code childInit} is called. */
  public static final int PROC_NOCHLDINIT = -128;

  /** The first SIP worker. */
  public static final int PROC_SIPINIT = 1;

  /** A worker that routes SIP messages. */
  public static final int PROC_SIPROUTER = 2;

  /** A further worker that is initialised as SIP workers are. */
  public static final int PROC_XWORKER = 127;

  private Rank() {}

  /** The name of a special rank, or the number of an ordinary one. */
  public static String text(int rank) {
    return switch (rank) {
      case PROC_MAIN -> "PROC_MAIN";
      case PROC_TIMER -> "PROC_TIMER";
      case PROC_RPC -> "PROC_RPC";
      case PROC_TCP_MAIN -> "PROC_TCP_MAIN";
      case PROC_UNIXSOCK -> "PROC_UNIXSOCK";
      case PROC_ATTENDANT -> "PROC_ATTENDANT";
      case PROC_POSTCHILDINIT -> "PROC_POSTCHILDINIT";
      case PROC_INIT -> "PROC_INIT";
      case PROC_NOCHLDINIT -> "PROC_NOCHLDINIT";
      case PROC_XWORKER -> "PROC_XWORKER";
      default -> Integer.toString(rank);
    };
  }
}
