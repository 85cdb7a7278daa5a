package org.escapement.bench.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The WAR of what is measured inside the server: Escapement's classes and a few of ours. */
final class BenchWar {

  private static final String CLASSES = "WEB-INF/classes/";
  private static final String OURS = "org/escapement/bench/";

  /** Beside those of the package {@code war}. */
  private static final List<String> SHARED =
      List.of(
          "lateness/package-info",
          "lateness/CLibrary",
          "lateness/ExecutorSubject",
          "lateness/Figures",
          "lateness/Measurement",
          "lateness/Subject",
          "lateness/Subject$Running",
          "lateness/Ticks");

  private static final String SIP_XML =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <sip-app xmlns="http://www.jcp.org/xml/ns/sipservlet" xmlns:javaee="http://java.sun.com/xml/ns/javaee">
        <app-name>bench</app-name>
        <servlet-selection>
          <main-servlet>classic</main-servlet>
        </servlet-selection>
        <servlet>
          <javaee:servlet-name>classic</javaee:servlet-name>
          <javaee:servlet-class>org.escapement.bench.war.ClassicRecipe</javaee:servlet-class>
          <javaee:load-on-startup>1</javaee:load-on-startup>
        </servlet>
        <listener>
          <javaee:listener-class>org.escapement.bench.war.SipTimerSubject</javaee:listener-class>
        </listener>
      </sip-app>
      """;

  private final Path target;

  BenchWar(Path home) {
    this.target = home.resolve("target");
  }

  /** Writes it. */
  void write(Path file) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      Path exploded = target.resolve("escapement");
      addAll(zip, exploded.resolve("WEB-INF/lib"), "WEB-INF/lib/");
      addAll(zip, exploded.resolve(CLASSES), CLASSES);
      Path classes = target.resolve("bench-classes");
      addAll(zip, classes.resolve(OURS + "war"), CLASSES + OURS + "war/");
      for (String name : SHARED) {
        String path = OURS + name + ".class";
        if (Files.exists(classes.resolve(path))) {
          add(zip, CLASSES + path, Files.readAllBytes(classes.resolve(path)));
        }
      }
      add(zip, "WEB-INF/sip.xml", SIP_XML.getBytes(UTF_8));
    }
  }

  private static void addAll(ZipOutputStream zip, Path folder, String prefix) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        add(zip, prefix + folder.relativize(file), Files.readAllBytes(file));
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }
}
