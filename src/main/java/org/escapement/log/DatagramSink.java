package org.escapement.log;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import org.jctools.queues.MpscBlockingConsumerArrayQueue;

/**
 * Sends each line as one UDP datagram, from a thread of its own.
 *
 * <p>Lines wait in a queue of bounded length. One that finds it full is lost; how many were is
 * counted, and told the receiver with the next line that gets through.
 */
public final class DatagramSink implements Sink {

  /** A second of a thousand lines, or a burst, may wait. */
  static final int CAPACITY = 1024;

  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);
  private static final LogLine END = LogLine.of(Instant.EPOCH, Level.OFF, "", "");

  private final MpscBlockingConsumerArrayQueue<LogLine> queue =
      new MpscBlockingConsumerArrayQueue<>(CAPACITY);
  private final AtomicLong lost = new AtomicLong();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final DatagramSocket socket;
  private final InetSocketAddress target;
  private final LineFormat format;
  private volatile boolean closed;
  private long lostAndTold;

  /**
   * Opens the socket and starts the sending thread.
   *
   * @param threads gives the task a thread for as long as it runs
   * @throws IllegalArgumentException if the target's host is not known
   * @throws IllegalStateException if there is no socket to be had
   */
  DatagramSink(InetSocketAddress target, LineFormat format, Executor threads) {
    if (target.isUnresolved()) {
      throw new IllegalArgumentException("the host " + target.getHostString() + " is not known");
    }
    this.target = target;
    this.format = format;
    try {
      this.socket = new DatagramSocket();
    } catch (SocketException e) {
      throw new IllegalStateException("no socket for log lines to " + target, e);
    }
    threads.execute(this::run);
  }

  @Override
  public void accept(LogLine line) {
    if (closed || !queue.offer(line)) {
      lost.incrementAndGet();
    }
  }

  @Override
  public long lost() {
    return lost.get();
  }

  private void run() {
    try {
      LogLine line = queue.take();
      while (!line.equals(END)) {
        tellLost();
        send(line);
        // A full queue has no room for END, but then the last line of it is known by this.
        line = closed && queue.isEmpty() ? END : queue.take();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      closed = true;
      socket.close();
      ended.countDown();
    }
  }

  private void tellLost() {
    long now = lost.get();
    if (now > lostAndTold) {
      String text = LogTexts.TEXTS.linesLost(now - lostAndTold, target);
      lostAndTold = now;
      send(LogLine.of(Instant.now(), Level.WARNING, LogOutput.ROOT + ".log", text));
    }
  }

  private void send(LogLine line) {
    byte[] bytes = format.format(line);
    try {
      socket.send(new DatagramPacket(bytes, bytes.length, target));
    } catch (IOException e) {
      lost.incrementAndGet(); // the next line tells; a message here would be one more to send
    }
  }

  @Override
  public void close() {
    closed = true;
    boolean unused = queue.offer(END);
    try {
      if (!ended.await(CLOSE_LIMIT.toNanos(), TimeUnit.NANOSECONDS)) {
        socket.close(); // ends a thread that is stuck in sending
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
