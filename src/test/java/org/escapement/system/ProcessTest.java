package org.escapement.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escapement.log.Records;
import org.escapement.log.Threshold;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessTest {

  private final Records records = new Records("org.escapement.system");
  private final ProcessIdentity kamailio =
      new ProcessIdentity(List.of("kamailio", "110"), List.of("sip", "120"), Path.of("/"));

  @TempDir private Path folder;

  @BeforeEach
  void threshold() {
    new Threshold().apply(2);
  }

  @AfterEach
  void close() {
    records.close();
  }

  @Test
  void userAndGroupOfTheProcess_areFineByNameAndByNumber() {
    kamailio.requireUser("kamailio");
    kamailio.requireUser("110");
    kamailio.requireGroup("sip");
    kamailio.requireGroup("120");
    kamailio.requireRoot("/");

    assertThat(records.lines()).isEmpty();
  }

  @Test
  void otherUserGroupAndRoot_areWarningsWithBoth() {
    kamailio.requireUser("root");
    kamailio.requireGroup("root");
    kamailio.requireRoot("/other/fakeroot");

    assertThat(records.lines())
        .containsExactly(
            "WARNING ESC002027: user is root, but the process runs as kamailio; a JVM cannot change"
                + " that, so start the server as root",
            "WARNING ESC002027: group is root, but the process runs as sip; a JVM cannot change"
                + " that, so start the server as root",
            "WARNING ESC002028: chroot is /other/fakeroot, but the root of the process is another"
                + " folder; a JVM cannot change its root, so start the server by chroot(1)");
  }

  @Test
  void thisProcess_isThatOfItsUser() throws IOException {
    assertThat(ProcessIdentity.ofProcess().user()).contains(System.getProperty("user.name"));
  }

  @Test
  void heapOfAnotherSize_isAWarningWithBothFigures() {
    JvmSettings jvm = new JvmSettings(512L << 20, name -> Optional.empty());

    jvm.requireHeap(512);
    jvm.requireHeap(540);
    jvm.requireHeap(1024);
    jvm.requireHeap(64);

    assertThat(records.lines())
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).contains("this server runs with a heap of 512 MB"))
        .anySatisfy(line -> assertThat(line).contains("shm_mem_size=1024,"))
        .anySatisfy(line -> assertThat(line).contains("shm_mem_size=64,"));
  }

  @Test
  void optionsOfTheJvm_areCompared() {
    Map<String, String> options =
        Map.of("AlwaysPreTouch", "false", "CreateCoredumpOnCrash", "false");
    JvmSettings jvm = new JvmSettings(1, name -> Optional.ofNullable(options.get(name)));

    jvm.requirePreTouch();
    jvm.requireNoCoreDump();

    assertThat(records.lines())
        .singleElement()
        .asString()
        .startsWith(
            "WARNING ESC002029: shm_force_alloc=yes, but this server runs with"
                + " AlwaysPreTouch=false; start it by ./run");
  }

  @Test
  void thisJvm_tellsItsOptions() {
    new JvmSettings().requirePreTouch();

    assertThat(records.lines()).singleElement().asString().contains("AlwaysPreTouch=false");
  }

  @Test
  void freeBind_isWhatTheKernelSays() throws IOException {
    Path setting = folder.resolve("net/ipv4/ip_nonlocal_bind");
    Files.createDirectories(setting.getParent());
    Files.writeString(setting, "1\n");
    FreeBind freeBind = new FreeBind(folder);
    freeBind.require();
    assertThat(freeBind.isAllowed()).isTrue();
    assertThat(records.lines()).isEmpty();

    Files.writeString(setting, "0\n");
    freeBind.require();

    assertThat(freeBind.isAllowed()).isFalse();
    assertThat(records.lines())
        .singleElement()
        .asString()
        .contains("ESC002030", setting + " is 0;", "sysctl -w net.ipv4.ip_nonlocal_bind=1");
  }

  @Test
  void rundir_isMadeWhenItIsMissing() {
    assertThat(new Folders(folder.toString()).rundir("a/b")).isEqualTo(folder.resolve("a/b"));
    assertThat(folder.resolve("a/b")).isDirectory();
  }

  @Test
  void rundirInThePlaceOfAFile_isAnErrorThatNamesIt() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Folders(folder.toString()).rundir("file"))
        .withMessageStartingWith("rundir " + file + " cannot be made: ");
  }

  @Test
  void rundirThatNobodyCanWriteTo_isAnErrorThatNamesIt() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Folders("/").rundir("/proc/self"))
        .withMessageStartingWith("rundir /proc/self cannot be ");
  }

  @Test
  void workdirThatIsNoFolder_isAnError() {
    Path missing = folder.resolve("missing");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Folders(missing.toString()))
        .withMessage("workdir " + missing + " is no folder; make it, or name another");
  }

  @Test
  void pathsOfTheConfiguration_areBelowWorkdirUnlessAbsolute() {
    Folders folders = new Folders(folder.toString());

    assertThat(folders.resolve("x/../run")).isEqualTo(folder.resolve("run"));
    assertThat(folders.resolve("/run")).isEqualTo(Path.of("/run"));
  }
}
