package org.escapement.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.PlatformManagedObject;
import java.lang.management.RuntimeMXBean;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * The server under test, looked at from outside: so it can be seen what an application left behind.
 */
final class Server implements AutoCloseable {

  private final JMXConnector connector;
  private final MBeanServerConnection connection;

  private Server(JMXConnector connector) throws IOException {
    this.connector = connector;
    this.connection = connector.getMBeanServerConnection();
  }

  @SuppressWarnings("BanJNDI") // the address is that of the server that this build has started
  static Server connect() throws IOException {
    String address = Files.readString(logs().resolve("state/com.ibm.ws.jmx.local.address"));
    return new Server(JMXConnectorFactory.connect(new JMXServiceURL(address.strip())));
  }

  static int httpPort() {
    return Integer.getInteger("it.http.port");
  }

  static int sipPort() {
    return Integer.getInteger("it.sip.port");
  }

  /** What the server has logged so far. */
  static List<String> log() throws IOException {
    return Files.readAllLines(logs().resolve("messages.log"), UTF_8);
  }

  /** Where its configuration is. */
  static Path folder() {
    return Path.of(System.getProperty("it.user.dir"), "servers", System.getProperty("it.server"));
  }

  private static Path logs() {
    return folder().resolve("logs");
  }

  /** All threads with their stacks. */
  List<ThreadInfo> threads() throws IOException {
    ThreadMXBean threads = proxy(ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class);
    return Arrays.asList(threads.dumpAllThreads(false, false));
  }

  /** The system properties, in which applications leave notes for tests. */
  Map<String, String> properties() throws IOException {
    return proxy(ManagementFactory.RUNTIME_MXBEAN_NAME, RuntimeMXBean.class).getSystemProperties();
  }

  /** How many objects of a class live, after a garbage collection. */
  long instances(Class<?> type) throws IOException, JMException {
    proxy(ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class).gc();
    String histogram =
        (String)
            connection.invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                "gcClassHistogram",
                new Object[] {new String[0]},
                new String[] {String[].class.getName()});
    return histogram
        .lines()
        .map(line -> line.strip().split("\\s+"))
        .filter(columns -> columns.length >= 4 && columns[3].equals(type.getName()))
        .mapToLong(columns -> Long.parseLong(columns[1]))
        .sum();
  }

  /** An attribute of an MBean. */
  Object attribute(ObjectName bean, String name) throws IOException, JMException {
    return connection.getAttribute(bean, name);
  }

  private <T extends PlatformManagedObject> T proxy(String name, Class<T> type) throws IOException {
    return ManagementFactory.newPlatformMXBeanProxy(connection, name, type);
  }

  @Override
  public void close() throws IOException {
    connector.close();
  }
}
