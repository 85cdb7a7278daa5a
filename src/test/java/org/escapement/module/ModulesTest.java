package org.escapement.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.escapement.config.Configuration;
import org.escapement.config.ConfigurationReader;
import org.escapement.config.ConfigurationReader.Options;
import org.escapement.config.Knowledge;
import org.escapement.config.Statement.ModParam;
import org.escapement.text.Problems;
import org.junit.jupiter.api.Test;

class ModulesTest {

  private final List<String> told = new ArrayList<>();

  /** Notes what it is configured with. */
  private final class Noting implements Module {
    private final String name;

    Noting(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public void configure(List<ModParam> parameters, Problems problems) {
      told.add(
          name + parameters.stream().map(p -> p.parameter() + "=" + p.value().text()).toList());
    }
  }

  private static Configuration read(String text) {
    return new ConfigurationReader(
            Options.usual(),
            new Knowledge(Set.of("one", "two", "three"), Set.of("loadmodule", "modparam")))
        .read("a.cfg", text);
  }

  @Test
  void loadedModules_areGivenTheirParametersInTheOrderOfLoading() {
    Noting one = new Noting("one");
    Noting two = new Noting("two");
    Modules modules = new Modules(List.of(one, two, new Noting("three")));

    List<Module> loaded =
        modules.configure(
            read(
                """
                loadmodule "two"
                loadmodule "one"
                modparam("one", "a", 1)
                modparam("two", "b", "x")
                modparam("one|two", "c", "both")
                """),
            new Problems());

    assertThat(loaded).containsExactly(two, one);
    assertThat(told).containsExactly("two[b=x, c=both]", "one[a=1, c=both]");
    assertThat(modules.names()).containsExactly("one", "two", "three");
  }

  @Test
  void nothingLoaded_configuresNothing() {
    assertThat(new Modules(List.of(new Noting("one"))).configure(read(""), new Problems()))
        .isEmpty();
    assertThat(told).isEmpty();
  }

  @Test
  void twoModulesOfOneName_areRefusedWithBothClasses() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Modules(List.of(new Noting("ptimer"), PtimerModule.withoutRoutes())))
        .withMessage(
            "two modules are named ptimer: "
                + Noting.class.getName()
                + " and "
                + PtimerModule.class.getName());
  }
}
