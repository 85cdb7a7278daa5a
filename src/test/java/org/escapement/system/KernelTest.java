package org.escapement.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real calls, each in a JVM of its own that tells its status before and after. */
class KernelTest {

  @BeforeEach
  void needsLinux() {
    assumeThat(LibC.REACH).as("why the C library cannot be called").isNull();
  }

  /** What the tests run. */
  public static final class Main {

    private Main() {}

    /** Does what the argument says, then prints the limits and the locked memory. */
    public static void main(String[] args) throws IOException {
      switch (args[0]) {
        case "files" -> new OpenFiles().require(Long.parseLong(args[1]));
        case "core" -> new ProcessMemory().disableCoreDump();
        case "lock" -> new ProcessMemory().lock();
        default -> throw new IllegalArgumentException(args[0]);
      }
      System.out.print(Files.readString(Path.of("/proc/self/limits")));
      Files.readString(Path.of("/proc/self/status"))
          .lines()
          .filter(line -> line.startsWith("VmLck"))
          .forEach(System.out::println);
    }
  }

  private static String run(String limits, String... arguments)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                "sh",
                "-c",
                limits
                    + "; exec \"$0\" -XX:-MaxFDLimit -XX:TieredStopAtLevel=1 -Xmx64m -cp \"$1\" \"$2\" "
                    + String.join(" ", arguments),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                System.getProperty("java.class.path"),
                Main.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }

  @Test
  void softLimitOfFiles_isRaisedInTheKernel() throws Exception {
    assertThat(run("ulimit -Sn 300; ulimit -Hn 900", "files", "600"))
        .containsPattern("Max open files +600 +900 ");
  }

  @Test
  void softLimitPastTheHardOne_isRaisedUpToIt() throws Exception {
    assertThat(run("ulimit -Sn 300; ulimit -Hn 900", "files", "1000"))
        .containsPattern("Max open files +900 +900 ")
        .contains("ESC002021");
  }

  @Test
  void coreDumps_areOffInTheKernel() throws Exception {
    assertThat(run("ulimit -c unlimited 2>/dev/null || true", "core"))
        .containsPattern("Max core file size +0 +0 ");
  }

  @Test
  void lockedMemory_isLockedOrRefusedWithTheLimit() throws Exception {
    String output = run("ulimit -l 64 2>/dev/null || true", "lock");

    if (output.contains("ESC002024")) {
      assertThat(output).contains("(error ").contains("the limit of locked memory is");
    } else {
      assertThat(output).containsPattern("VmLck:\\s+[1-9]\\d* kB");
    }
  }
}
