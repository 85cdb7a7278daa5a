package org.escapement.it.sip;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Properties;
import java.util.TooManyListenersException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sip.InvalidArgumentException;
import javax.sip.SipException;
import javax.sip.SipFactory;
import javax.sip.SipListener;
import javax.sip.SipProvider;
import javax.sip.SipStack;

/** Makes SIP stacks that listen on loopback and take requests in the order in which they come. */
final class SipStackFactory {

  static final String HOST = "127.0.0.1";

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private SipStackFactory() {}

  /** A provider on UDP with its stack started. */
  static SipProvider provider(String name, int port, SipListener listener) {
    Properties properties = new Properties();
    properties.setProperty("javax.sip.STACK_NAME", name + NUMBER.incrementAndGet());
    properties.setProperty("gov.nist.javax.sip.STACK_LOGGER", QuietStackLogger.class.getName());
    properties.setProperty("gov.nist.javax.sip.SERVER_LOGGER", QuietServerLogger.class.getName());
    properties.setProperty("gov.nist.javax.sip.THREAD_POOL_SIZE", "1");
    properties.setProperty("gov.nist.javax.sip.RECEIVE_UDP_BUFFER_SIZE", "1048576");
    try {
      SipStack stack = factory().createSipStack(properties);
      SipProvider provider = stack.createSipProvider(stack.createListeningPoint(HOST, port, "udp"));
      provider.addSipListener(listener);
      stack.start();
      return provider;
    } catch (SipException | InvalidArgumentException | TooManyListenersException e) {
      throw new IllegalStateException("no SIP stack on port " + port, e);
    }
  }

  static SipFactory factory() {
    SipFactory factory = SipFactory.getInstance();
    factory.setPathName("gov.nist");
    return factory;
  }

  static void stop(SipProvider provider) {
    provider.getSipStack().stop();
  }

  /** A port of this machine that nobody listens on now. */
  static int freePort() {
    try (DatagramSocket socket =
        new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException("no free port", e);
    }
  }
}
