package org.escapement.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class NoticesTest {

  @Test
  void aSettingWithoutEffect_isNoticedOnceByItsFirstPlace() {
    assertThat(Readings.notices("debug=1\n children=2\nchildren=3\ntcp_children=4\ntcp_children=5"))
        .containsExactly(
            "a.cfg:4:1: the setting 'tcp_children' is known and not supported: it has no effect;"
                + " take it out");
  }

  @Test
  void modulesThatAreNotHere_areNoticedOnceWithTheirParameters() {
    Configuration c =
        Readings.read(
            """
            loadmodule "tm"
            loadmodule "pv"
            loadmodule "acc"
            loadmodule "ptimer"
            modparam("acc|tm", "a", 1)
            modparam("acc|ptimer", "b", "2")
            """);

    assertThat(c.notices())
        .hasToString(
            "[a.cfg:1:13: the module 'tm' is not needed: its work (transactions) is the SIP"
                + " container's, and its modparam has no effect; take it out or leave it, it does"
                + " no harm, a.cfg:2:13: the module 'pv' is known and not supported yet by this"
                + " version; leave it for a later version or take it out, a.cfg:3:13: the module"
                + " 'acc' is known and not supported, and its 2 modparams have no effect; take it"
                + " out]");
    assertThat(c.modules()).hasSize(1);
    assertThat(c.parametersOf("ptimer")).extracting(p -> p.parameter().text()).containsExactly("b");
    assertThat(c.parametersOf("acc")).isEmpty();
  }

  @Test
  void aModuleThatTheApplicationAdds_isNoSurprise() {
    Knowledge knowledge = new Knowledge(Set.of("billing"));
    Configuration c =
        new ConfigurationReader(ConfigurationReader.Options.usual(), knowledge)
            .read("a.cfg", "loadmodule \"billing\"");

    assertThat(c.modules()).extracting(Statement.LoadModule::module).containsExactly("billing");
    assertThat(c.notices()).isEmpty();
  }

  @Test
  void aModuleLoadedTwice_isWarnedOf() {
    Configuration c = Readings.read("loadmodule \"ptimer\"\nloadmodule \"ptimer.so\"");

    assertThat(c.modules()).hasSize(1);
    assertThat(c.notices())
        .extracting(Notice::severity, n -> n.position().line())
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Severity.WARNING, 2));
  }

  @Test
  void aParameterThatKamailiosModuleHasAndThisOneHasNot_isNoticedOnce() {
    Configuration c =
        new ConfigurationReader(
                ConfigurationReader.Options.usual(), new Knowledge(Set.of("jsonrpcs")))
            .read(
                "a.cfg",
                """
                loadmodule "jsonrpcs.so"
                modparam("jsonrpcs", "pretty_format", 1)
                modparam("jsonrpcs", "pretty_format", 0)
                modparam("jsonrpcs", "mine", 1)
                """);

    assertThat(c.notices())
        .extracting(Notice::toString)
        .containsExactly(
            "a.cfg:2:23: the parameter 'pretty_format' of the module 'jsonrpcs' is known and not"
                + " supported: it has no effect; take it out");
    assertThat(c.parametersOf("jsonrpcs"))
        .extracting(p -> p.parameter().text())
        .containsExactly("mine");
  }

  @Test
  void childrenOf0_areTheDefaultAsInKamailio() {
    Configuration c = Readings.read("children=0");

    assertThat(c.setting("children")).isEmpty();
    assertThat(c.notices())
        .extracting(Notice::toString)
        .containsExactly("a.cfg:1:10: children=0 is the default, 8; take it out");
  }
}
