package org.escapement.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.escapement.module.ModuleJar;
import org.escapement.shaping.ShaperServlet;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A module from an archive beside the application. */
@ExtendWith(ArquillianExtension.class)
class LoadPathIT {

  private static final Path FOLDER = Path.of("target/loadpath-it").toAbsolutePath();

  @ArquillianResource private Deployer deployer;

  @Deployment(name = "loadpath", managed = false, testable = false)
  static WebArchive loadpath() {
    return application("loadpath", "guest");
  }

  @Deployment(name = "loadpath_empty", managed = false, testable = false)
  static WebArchive archiveWithoutAModule() {
    return application("loadpath_empty", "empty");
  }

  private static WebArchive application(String name, String module) {
    return Wars.application(
        name,
        """
        debug=2
        loadpath="/no/such/folder:%s"
        loadmodule "%s.so"
        modparam("%s", "greeting", "good morning")
        """
            .formatted(FOLDER, module, module),
        ShaperServlet.class);
  }

  @Test
  void module_isLoadedFromItsArchive_whichIsClosedAtTheEnd() throws IOException {
    Path archive =
        new ModuleJar("guest").write(Files.createDirectories(FOLDER).resolve("guest.jar"));
    int before = Server.log().size();

    deployer.deploy("loadpath");
    try {
      assertThat(linesSince(before))
          .anyMatch(line -> line.contains("guest says good morning"))
          .anyMatch(line -> line.contains("loadpath: /no/such/folder is no folder"));
      assertThat(openFiles()).contains(archive.toString());
    } finally {
      deployer.undeploy("loadpath");
    }

    Await.until(() -> archive + " to be closed", () -> !openFiles().contains(archive.toString()));
  }

  @Test
  void archiveWithoutAModule_endsTheDeployment() throws IOException {
    Path archive = Files.createDirectories(FOLDER).resolve("empty.jar");
    Files.writeString(archive, "no archive");
    int before = Server.log().size();

    Throwable thrown = catchThrowable(() -> deployer.deploy("loadpath_empty"));

    assertThat(thrown).isNotNull();
    assertThat(linesSince(before))
        .anyMatch(
            line ->
                line.contains(
                    "META-INF/escapement.cfg:3:13: the module 'empty' cannot be taken from "
                        + archive));
  }

  private static List<String> linesSince(int before) throws IOException {
    return Server.log().stream().skip(before).toList();
  }

  /** The files that the server has open, as the kernel names them. */
  private static List<String> openFiles() {
    try (Server server = Server.connect();
        Stream<Path> links = Files.list(Path.of("/proc", server.pid(), "fd"))) {
      return links.map(LoadPathIT::target).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return "closed meanwhile";
    }
  }
}
