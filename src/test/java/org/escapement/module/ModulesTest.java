package org.escapement.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.escapement.config.Configuration;
import org.escapement.config.ConfigurationReader;
import org.escapement.config.ConfigurationReader.Options;
import org.escapement.config.Knowledge;
import org.escapement.text.Problem;
import org.escapement.text.Problems;
import org.junit.jupiter.api.Test;

class ModulesTest {

  private final List<String> told = new ArrayList<>();
  private final Problems problems = new Problems();

  /** Notes what it is configured with. */
  private class Noting implements Module {
    private final String name;
    private final Set<String> dependencies;

    Noting(String name, String... dependencies) {
      this.name = name;
      this.dependencies = Set.of(dependencies);
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Set<String> dependencies() {
      return dependencies;
    }

    @Override
    public void configure(Settings settings) {
      told.add(
          name
              + settings.parameters().stream()
                  .map(p -> p.parameter() + "=" + p.value().text())
                  .toList());
    }
  }

  /** Is there whether it is loaded or not. */
  private final class Implicit extends Noting {
    Implicit() {
      this("always");
    }

    Implicit(String name, String... dependencies) {
      super(name, dependencies);
    }

    @Override
    public boolean implicit() {
      return true;
    }
  }

  private static Configuration read(String text) {
    return new ConfigurationReader(
            Options.usual(), new Knowledge(Set.of("one", "two", "three", "always")))
        .read("a.cfg", text);
  }

  private List<String> configure(String text, Module... modules) {
    return new Modules(List.of(modules))
        .configure(read(text), Optional.empty(), problems).stream().map(Module::name).toList();
  }

  private List<String> problems() {
    return problems.list().stream().map(Problem::toString).toList();
  }

  @Test
  void loadedModules_areGivenTheirParametersInTheOrderOfLoading() {
    Modules modules =
        new Modules(List.of(new Noting("one"), new Noting("two"), new Noting("three")));

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
            Optional.empty(),
            problems);

    assertThat(loaded).extracting(Module::name).containsExactly("two", "one");
    assertThat(told).containsExactly("two[b=x, c=both]", "one[a=1, c=both]");
    assertThat(modules.names()).containsExactly("one", "two", "three");
  }

  @Test
  void nothingLoaded_configuresNothing() {
    assertThat(configure("", new Noting("one"))).isEmpty();
    assertThat(told).isEmpty();
  }

  @Test
  void implicitModule_thatIsNotLoaded_comesFirst() {
    assertThat(configure("loadmodule \"one\"\n", new Noting("one"), new Implicit()))
        .containsExactly("always", "one");
    assertThat(told).containsExactly("always[]", "one[]");
  }

  @Test
  void implicitModule_thatIsLoaded_keepsItsPlace() {
    assertThat(
            configure(
                """
                loadmodule "one"
                loadmodule "always"
                modparam("always", "a", 1)
                """,
                new Implicit(),
                new Noting("one")))
        .containsExactly("one", "always");
    assertThat(told).containsExactly("one[]", "always[a=1]");
  }

  @Test
  void dependencyLoadedBefore_isFine() {
    configure(
        "loadmodule \"one\"\nloadmodule \"two\"\n",
        new Noting("two", "one", "always"),
        new Noting("one"),
        new Implicit());

    assertThat(problems()).isEmpty();
  }

  @Test
  void dependencyThatIsImplicit_mayBeLoadedLater() {
    configure(
        "loadmodule \"one\"\nloadmodule \"always\"\n", new Implicit(), new Noting("one", "always"));

    assertThat(problems()).isEmpty();
  }

  @Test
  void dependencyLoadedLaterOrNever_isReportedAtTheModuleThatNeedsIt() {
    configure(
        "loadmodule \"two\"\nloadmodule \"one\"\n",
        new Noting("one", "three"),
        new Noting("two", "one"),
        new Noting("three"));

    assertThat(problems())
        .containsExactly(
            "a.cfg:1:13: the module 'two' needs the module 'one' before it;"
                + " put loadmodule \"one\" above this line",
            "a.cfg:2:13: the module 'one' needs the module 'three' before it;"
                + " put loadmodule \"three\" above this line");
  }

  @Test
  void dependencyThatNobodyHas_isReportedAsSuch() {
    configure("loadmodule \"one\"\n", new Noting("one", "nowhere"));

    assertThat(problems())
        .containsExactly(
            "a.cfg:1:13: the module 'one' needs the module 'nowhere' before it;"
                + " there is no such module: add the archive that has it");
  }

  @Test
  void modulesThatNeedEachOther_areReportedAsACircle_eachAtItsPlace() {
    configure(
        "loadmodule \"one\"\nloadmodule \"two\"\nloadmodule \"three\"\n",
        new Noting("one", "two"),
        new Noting("two", "three"),
        new Noting("three", "one"));

    assertThat(problems())
        .containsExactly(
            "a.cfg:1:13: the modules one → two → three → one need each other in a circle;"
                + " no order can satisfy them: take one of them out",
            "a.cfg:2:13: the modules two → three → one → two need each other in a circle;"
                + " no order can satisfy them: take one of them out",
            "a.cfg:3:13: the modules three → one → two → three need each other in a circle;"
                + " no order can satisfy them: take one of them out");
  }

  @Test
  void moduleThatNeedsItself_isACircle() {
    configure("loadmodule \"one\"\n", new Noting("one", "one"));
    assertThat(problems()).singleElement().asString().contains("one → one need each other");
  }

  @Test
  void moduleBesideACircle_isNoPartOfIt() {
    configure(
        "loadmodule \"one\"\nloadmodule \"two\"\nloadmodule \"three\"\n",
        new Noting("one", "one"),
        new Noting("two", "one"),
        new Noting("three", "two"));
    assertThat(problems()).singleElement().asString().startsWith("a.cfg:1:13: ");
  }

  @Test
  void implicitModules_comeAfterThoseThatTheyNeed() {
    assertThat(
            configure(
                "loadmodule \"one\"\n",
                new Implicit("a", "c", "b"),
                new Implicit("b", "d"),
                new Implicit("c"),
                new Implicit("d"),
                new Noting("one", "a")))
        .containsSubsequence("c", "a", "one")
        .containsSubsequence("d", "b", "a");
    assertThat(problems()).isEmpty();
  }

  @Test
  void twoModulesOfOneName_areRefusedWithBothClasses() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Modules(List.of(new Noting("ptimer"), new PtimerModule())))
        .withMessage(
            "two modules are named ptimer: "
                + Noting.class.getName()
                + " and "
                + PtimerModule.class.getName());
  }
}
