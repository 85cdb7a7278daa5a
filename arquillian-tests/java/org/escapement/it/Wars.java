package org.escapement.it;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.servlet.sip.SipServlet;
import org.assertj.core.api.Assertions;
import org.escapement.shaping.ShaperServlet;
import org.jboss.shrinkwrap.api.GenericArchive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Builds what the tests deploy: Escapement with its libraries, and what a test adds. */
public final class Wars {

  private static final Path TARGET = Path.of("target");
  private static final String CONFIGURATION = "META-INF/escapement.cfg";

  private Wars() {}

  /**
   * An application with the shaper as its servlet.
   *
   * @param configuration the text of its kamailio.cfg
   */
  public static WebArchive shaper(String name, String configuration) {
    return application(name, configuration, List.of(ShaperServlet.class));
  }

  /**
   * An application with SIP servlets of its own.
   *
   * @param servlet the main one
   * @param others all other classes, of which the SIP servlets are initialised in this order
   */
  public static WebArchive application(
      String name, String configuration, Class<? extends SipServlet> servlet, Class<?>... others) {
    List<Class<?>> classes = Stream.concat(Stream.of(servlet), Arrays.stream(others)).toList();
    List<Class<?>> servlets = classes.stream().filter(SipServlet.class::isAssignableFrom).toList();
    return application(name, configuration, servlets).addClasses(classes.toArray(Class<?>[]::new));
  }

  private static WebArchive application(
      String name, String configuration, List<Class<?>> servlets) {
    return ShrinkWrap.create(WebArchive.class, name + ".war")
        .merge(classes(), "/WEB-INF/classes", path -> !path.get().endsWith(CONFIGURATION))
        .addAsLibraries(libraries())
        .addAsResource(new StringAsset(configuration), CONFIGURATION)
        .addAsWebInfResource(new StringAsset(sipXml(name, servlets)), "sip.xml");
  }

  /**
   * An example as its own build makes it, without its classes: Escapement is one of its libraries.
   *
   * @param main its folder {@code src/main}
   * @param sipXml what stands in its sip.xml
   */
  public static WebArchive example(String name, Path main, String sipXml) {
    return ShrinkWrap.create(WebArchive.class, name + ".war")
        .addAsLibraries(libraries())
        .addAsLibraries(TARGET.resolve("escapement-classes.jar").toFile())
        .addAsResource(main.resolve("resources").resolve(CONFIGURATION).toFile(), CONFIGURATION)
        .addAsWebInfResource(main.resolve("webapp/WEB-INF/beans.xml").toFile())
        .addAsWebInfResource(new StringAsset(sipXml), "sip.xml");
  }

  /** The same application with the pages of the console, behind its log-in. */
  public static WebArchive withPages(WebArchive application) {
    return application.merge(
        ShrinkWrap.create(ExplodedImporter.class)
            .importDirectory(new File("src/main/webapp"))
            .as(GenericArchive.class),
        "/",
        path -> !path.get().equals("/WEB-INF/sip.xml"));
  }

  private static GenericArchive classes() {
    return ShrinkWrap.create(ExplodedImporter.class)
        .importDirectory(TARGET.resolve("classes").toFile())
        .as(GenericArchive.class);
  }

  /** The library that tests inside the server need. */
  public static File assertions() {
    return new File(Assertions.class.getProtectionDomain().getCodeSource().getLocation().getPath());
  }

  private static File[] libraries() {
    File folder = TARGET.resolve("escapement/WEB-INF/lib").toFile();
    return Objects.requireNonNull(folder.listFiles(), () -> folder + " is no folder; run package");
  }

  private static String sipXml(String name, List<Class<?>> servlets) {
    StringBuilder xml =
        new StringBuilder(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <sip-app xmlns="http://www.jcp.org/xml/ns/sipservlet" xmlns:javaee="http://java.sun.com/xml/ns/javaee">
              <app-name>%s</app-name>
              <servlet-selection>
                <main-servlet>%s</main-servlet>
              </servlet-selection>
            """
                .formatted(name, servlets.get(0).getSimpleName()));
    for (int i = 0; i < servlets.size(); i++) {
      xml.append(
          """
            <servlet>
              <javaee:servlet-name>%s</javaee:servlet-name>
              <javaee:servlet-class>%s</javaee:servlet-class>
              <javaee:load-on-startup>%d</javaee:load-on-startup>
            </servlet>
          """
              .formatted(servlets.get(i).getSimpleName(), servlets.get(i).getName(), i + 1));
    }
    return xml.append("</sip-app>\n").toString();
  }
}
