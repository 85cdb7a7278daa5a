package org.escapement.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.escapement.parameter.CoreParameters;
import org.escapement.parameter.Cores;
import org.escapement.text.Problem;
import org.escapement.text.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerLayerTest {

  private static final List<String> OPTIONS =
      List.of("-Xms1g", "-Xmx1g", "# a comment", "-XX:+UseZGC");

  private static List<String> options(String configuration) {
    return JvmOptions.apply(OPTIONS, Cores.of(configuration));
  }

  @Test
  void jvmOptionsWithoutParameters_areTheProjects() {
    assertThat(options("")).isEqualTo(OPTIONS);
  }

  @Test
  void shmMemSize_isTheSizeOfTheHeap() {
    assertThat(options("shm_mem_size=512\n"))
        .containsExactly(
            "# a comment", "-XX:+UseZGC", "# shm_mem_size=512", "-Xms512m", "-Xmx512m");
  }

  @Test
  void shmMemSizeThatIsTooLittleForAServer_isRaised() {
    assertThat(options("shm_mem=64\n")).contains("-Xms256m", "-Xmx256m");
  }

  @Test
  void shmForceAlloc_touchesTheHeapAtStart() {
    assertThat(options("shm_force_alloc=yes\n")).contains("-XX:+AlwaysPreTouch");
    assertThat(options("shm_force_alloc=no\n")).isEqualTo(OPTIONS);
  }

  @Test
  void disableCoreDump_turnsThemOff() {
    assertThat(options("disable_core_dump=yes\n")).contains("-XX:-CreateCoredumpOnCrash");
    assertThat(options("disable_core_dump=no\n")).isEqualTo(OPTIONS);
  }

  @ParameterizedTest
  @CsvSource({
    "'udp_mtu=1300\nudp_mtu_try_proto=TCP\n', 1500",
    "'udp_mtu=65535\nudp_mtu_try_proto=tcp\n', 65735",
    "'udp_mtu=1300\n', 65735",
    "'udp_mtu=1300\nudp_mtu_try_proto=UDP\n', 65735",
    "'udp_mtu=0\nudp_mtu_try_proto=TCP\n', 65735"
  })
  void udpMtu_isThePathsMtuLessTheReserveOfRfc3261(String configuration, int mtu) {
    assertThat(PathMtu.of(Cores.of(configuration))).hasValue(mtu);
  }

  @Test
  void udpMtuThatNobodySets_isTheServers() {
    assertThat(PathMtu.of(Cores.of(""))).isEqualTo(OptionalInt.empty());
  }

  private static List<String> problems(String configuration) {
    CoreParameters parameters = Cores.of(configuration);
    Problems problems = new Problems();
    EffectChecks checks = new EffectChecks(parameters, problems);
    checks.check();
    checks.checkListens();
    return problems.list().stream().map(Problem::toString).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "cfgengine=\"native\"\n",
        "cfgengine=default\n",
        "log_engine_type=\"udp\"\nlog_engine_data=\"127.0.0.1:9\"\n"
      })
  void soundValues_areNoProblem(String configuration) {
    assertThat(problems(configuration)).isEmpty();
  }

  @Test
  void unknownEngineOfRoutes_isAProblemWithItsPlace() {
    assertThat(problems("debug=1\ncfgengine=\"lua\"\n"))
        .singleElement()
        .asString()
        .startsWith("a.cfg:2:")
        .endsWith(
            "cfgengine: there is no engine 'lua' that executes routes; the known ones are default,"
                + " native");
  }

  @Test
  void unknownLogEngine_isAProblemWithItsPlace() {
    assertThat(problems("log_engine_type=\"tcp\"\nlog_engine_data=\"127.0.0.1:9\"\n"))
        .singleElement()
        .asString()
        .startsWith("a.cfg:1:")
        .endsWith("there is no log engine 'tcp'; the known ones are udp");
  }

  @Test
  void logEngineWithoutData_isAProblem() {
    assertThat(problems("log_engine_type=\"udp\"\n"))
        .singleElement()
        .asString()
        .contains("'' is no target for log lines");
  }

  @Test
  void listenThatCannotBeServed_isAProblem() {
    assertThat(problems("listen=tls:127.0.0.1\n"))
        .singleElement()
        .asString()
        .contains("TLS is off; set enable_tls=yes");
  }
}
