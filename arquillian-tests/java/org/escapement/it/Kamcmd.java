package org.escapement.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Debian's own kamcmd, installed, or unpacked by ./check. */
final class Kamcmd {

  private static final Path PROGRAM =
      Stream.of("/usr/sbin/kamcmd", "target/kamcmd/usr/sbin/kamcmd")
          .map(Path::of)
          .filter(Files::isExecutable)
          .findFirst()
          .orElse(Path.of("kamcmd"));

  private final String address;

  /**
   * One that speaks to a socket.
   *
   * @param address such as {@code tcp:127.0.0.1:2049}
   */
  Kamcmd(String address) {
    this.address = address;
  }

  /** At a name in the run directory of the server under test. */
  static Kamcmd at(String protocol, String name) {
    return new Kamcmd(protocol + ':' + Operators.rundir().resolve(name));
  }

  /** What it prints, errors included. */
  String run(String... arguments) throws IOException, InterruptedException {
    assumeThat(PROGRAM).as("kamcmd of Debian's package kamailio").isExecutable();
    List<String> command = new ArrayList<>(List.of(PROGRAM.toString(), "-s", address));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    return output;
  }
}
