package org.escapement.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.escapement.config.Configuration;
import org.escapement.config.ConfigurationReader;
import org.escapement.config.ConfigurationReader.Options;
import org.escapement.config.Knowledge;
import org.escapement.config.Notice;
import org.escapement.parameter.Cores;
import org.escapement.text.Problem;
import org.escapement.text.Problems;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleArchivesTest {

  @TempDir private Path folder;
  private Path first;
  private Path second;
  private final Problems problems = new Problems();
  private ModuleArchives archives;

  @BeforeEach
  void folders() throws IOException {
    first = Files.createDirectories(folder.resolve("first"));
    second = Files.createDirectories(folder.resolve("second"));
  }

  @AfterEach
  void close() {
    archives.close();
  }

  private ModuleArchives search(String loadpath) {
    archives = ModuleArchives.of(Cores.of("workdir=\"" + folder + "\"\n" + loadpath));
    return archives;
  }

  /** Has the module {@code guest} loaded beside those of the application. */
  private Modules load(Module... application) {
    return archives.open(
        new Modules(List.of(application)),
        configuration("").modules(),
        getClass().getClassLoader(),
        problems);
  }

  private static Configuration configuration(String more) {
    return new ConfigurationReader(Options.usual(), new Knowledge(java.util.Set.of("guest")))
        .read("a.cfg", "loadmodule \"guest.so\"\n" + more);
  }

  private List<String> notices() {
    return archives.notices().stream().map(Notice::toString).toList();
  }

  private String problem() {
    assertThat(problems.list()).hasSize(1);
    return problems.list().stream().map(Problem::toString).findFirst().orElseThrow();
  }

  @Test
  void moduleOfAnArchive_isLoadedAndConfigured_withAClassLoaderOfItsOwn() throws IOException {
    new ModuleJar("guest").write(second.resolve("guest.jar"));

    assertThat(search("loadpath=\"first:second\"").names()).containsExactly("guest");
    Modules modules = load();
    List<Module> used =
        modules.configure(
            configuration("modparam(\"guest\", \"greeting\", 1)"), Optional.empty(), problems);

    assertThat(used).extracting(Module::name).containsExactly("guest");
    assertThat(used.get(0).getClass().getClassLoader())
        .isNotSameAs(getClass().getClassLoader())
        .extracting(ClassLoader::getParent)
        .isSameAs(getClass().getClassLoader());
    assertThat(problem())
        .isEqualTo("a.cfg:2:31: parameter greeting cannot be a number; write it in quotes");
    assertThat(notices()).isEmpty();
  }

  @Test
  void closing_closesTheArchives() throws IOException {
    new ModuleJar("guest").write(first.resolve("guest.jar"));
    search("loadpath=\"first\"");
    Modules modules = load();
    ClassLoader loader =
        modules
            .configure(configuration(""), Optional.empty(), problems)
            .get(0)
            .getClass()
            .getClassLoader();
    String service = "META-INF/services/" + Module.class.getName();
    assertThat(loader.resources(service)).anyMatch(url -> url.toString().contains("guest.jar"));

    archives.close();

    assertThat(loader.resources(service)).noneMatch(url -> url.toString().contains("guest.jar"));
  }

  @Test
  void moduleInAFolderOfItsName_isFound() throws IOException {
    Files.createDirectories(first.resolve("guest"));
    new ModuleJar("guest").write(first.resolve("guest/guest.jar"));
    Files.createFile(first.resolve("guest/library.jar"));

    assertThat(search("loadpath=\"first/\"").names()).containsExactly("guest");
    assertThat(load().names()).containsExactly("guest");
  }

  @Test
  void moduleThatIsFoundTwice_isTakenFromTheFirstFolder_andTold() throws IOException {
    Path taken = new ModuleJar("guest").write(first.resolve("guest.jar"));
    Path other = new ModuleJar("guest").withoutService().write(second.resolve("guest.jar"));

    search("loadpath=\"first:second\"");

    assertThat(load().names()).containsExactly("guest");
    assertThat(notices())
        .containsExactly(
            "a.cfg:2:1: the module 'guest' is in "
                + taken
                + " and in "
                + other
                + "; the first one is taken; take the other one away");
  }

  @Test
  void moduleThatTheApplicationHas_isTheApplications_andTold() throws IOException {
    Path hidden = new ModuleJar("guest").write(first.resolve("guest.jar"));
    search("loadpath=\"first\"");

    assertThat(load(new Recording().module("guest")).names()).containsExactly("guest");

    assertThat(notices())
        .containsExactly(
            "a.cfg:2:1: the module 'guest' of the application hides "
                + hidden
                + "; take the archive away, or give its module another name");
  }

  @Test
  void folderThatIsNone_isTold() {
    search("mpath=\"missing: : first\"");

    assertThat(notices())
        .containsExactly(
            "a.cfg:2:1: loadpath: "
                + folder.resolve("missing")
                + " is no folder; make it, or take it out");
    assertThat(archives.names()).isEmpty();
  }

  @Test
  void archiveWithoutAModule_isAMistakeOfTheLineThatLoadsIt() throws IOException {
    Path archive = new ModuleJar("guest").withoutService().write(first.resolve("guest.jar"));
    search("loadpath=\"first\"");

    assertThat(load().configure(configuration(""), Optional.empty(), problems)).isEmpty();

    assertThat(problem())
        .isEqualTo(
            "a.cfg:1:13: the module 'guest' cannot be taken from "
                + archive
                + "; it has no META-INF/services/org.escapement.module.Module; correct the"
                + " archive");
  }

  @Test
  void archiveOfAnotherModule_isAMistake() throws IOException {
    new ModuleJar("stranger").write(first.resolve("guest.jar"));
    search("loadpath=\"first\"");

    assertThat(load().names()).isEmpty();

    assertThat(problem())
        .contains("; its modules are [stranger]; give the archive the name of its module");
  }

  @Test
  void fileThatIsNoArchive_isAMistake() throws IOException {
    Files.writeString(first.resolve("guest.jar"), "no archive");
    search("loadpath=\"first\"");

    assertThat(load().names()).isEmpty();

    assertThat(problem()).contains("guest.jar; zip ", "; correct the archive");
  }

  @Test
  void moduleThatCannotBeMade_isAMistake() throws IOException {
    new ModuleJar("guest")
        .with("{ if (true) throw new IllegalStateException(\"no licence\"); }")
        .write(first.resolve("guest.jar"));
    search("loadpath=\"first\"");

    assertThat(load().names()).isEmpty();

    assertThat(problem()).contains("guest.jar; java.util.ServiceConfigurationError: ");
  }

  @Test
  void archivesThatNothingLoads_stayClosed() throws IOException {
    Files.writeString(first.resolve("other.jar"), "no archive");
    search("loadpath=\"first\"");

    assertThat(load().names()).isEmpty();
    assertThat(problems.list()).isEmpty();
  }
}
