package org.escapement.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.Map;
import org.escapement.parameter.CoreParameters;
import org.escapement.parameter.Cores;
import org.escapement.parameter.ParameterChanges;
import org.escapement.statistic.Statistics;
import org.escapement.variable.ExpansionException;
import org.escapement.variable.Format;
import org.escapement.variable.Variables;
import org.escapement.variable.builtin.BuiltIn;
import org.escapement.variable.builtin.SystemVariables;
import org.escapement.variable.builtin.Version;
import org.junit.jupiter.api.Test;

/** Variables and statistics are made as the core parameters say. */
class CoreParameterSourcesTest {

  private static Variables variables(CoreParameters core) {
    VariableLimits limits = new VariableLimits(core);
    BuiltIn builtIn =
        new BuiltIn(
            new SystemVariables(
                (group, name) -> null,
                Map.of("LONG", "0123456789")::get,
                name -> null,
                new Version("1", "2")),
            new Statistics(),
            ZoneOffset.UTC);
    return new Variables(builtIn.catalogue(), limits::expansion, limits::caching, () -> 0);
  }

  @Test
  void bufferSize_isTheLongestTextOfAnExpansion() {
    Variables variables = variables(Cores.of("pv_buffer_size=20"));

    assertThat(variables.expand("$def(LONG)0123456789", variables.ofThread())).hasSize(20);
    assertThatThrownBy(() -> variables.expand("$def(LONG)01234567890", variables.ofThread()))
        .isInstanceOf(ExpansionException.class)
        .hasMessageContaining("20");
  }

  @Test
  void bufferSlots_areHowDeepExpansionsMayBeNested() {
    Variables two = variables(Cores.of("pv_buffer_slots=2"));
    Variables three = variables(Cores.of("pv_buffer_slots=3"));
    two.set("$var(n)", 7, two.ofThread());
    three.set("$var(n)", 7, three.ofThread());

    assertThat(two.expand("a$_s(b$var(n))", two.ofThread())).isEqualTo("ab7");
    assertThat(three.expand("a$_s(b$_s(c$var(n)))", three.ofThread())).isEqualTo("abc7");
    assertThat(two.expand("a$_s(b$_s(c$var(n)))", two.ofThread())).contains("<null>");
  }

  @Test
  void cacheLimit_isHowManyVariablesAreKept_andFollowsChanges() throws Exception {
    CoreParameters core = Cores.of("pv_cache_limit=2");
    Variables variables = variables(core);
    variables.format("a $ru");
    variables.format("b $ru");
    Format third = variables.format("c $ru");
    assertThat(variables.kept()).isEqualTo(2);
    assertThat(variables.format("c $ru")).isNotSameAs(third);

    new ParameterChanges(core, "test").setNow("core", "pv_cache_limit", "3");

    third = variables.format("c $ru");
    assertThat(variables.format("c $ru")).isSameAs(third);
  }

  @Test
  void cacheAction1_makesRoomForFurtherTexts_andFollowsChanges() throws Exception {
    CoreParameters core = Cores.of("pv_cache_limit=1");
    Variables variables = variables(core);
    variables.format("a $ru");
    Format second = variables.format("b $ru");
    assertThat(variables.format("b $ru")).isNotSameAs(second);

    new ParameterChanges(core, "test").setNow("core", "pv_cache_action", "1");

    second = variables.format("b $ru");
    assertThat(variables.format("b $ru")).isSameAs(second);
  }

  @Test
  void statsNameSeparator_standsInNamesThatArePutTogether() {
    assertThat(StatisticsSource.of(Cores.of("")).name("q", "size")).isEqualTo("q_size");
    assertThat(StatisticsSource.of(Cores.of("stats_name_separator=\"-\"")).name("q", "size"))
        .isEqualTo("q-size");
  }
}
