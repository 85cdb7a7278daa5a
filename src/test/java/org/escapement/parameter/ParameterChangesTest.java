package org.escapement.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.escapement.config.Catalogue;
import org.escapement.config.CoreParameter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterChangesTest {

  private final CoreParameters parameters = new CoreParameters(new Catalogue());
  private final ParameterChanges changes = new ParameterChanges(parameters, "RPC");

  @BeforeEach
  void load() {
    String text = "debug=1\nshaper.rate = 50 desc \"calls a second\"\nshaper.hop = \"sip:h\"\n";
    assertThat(Files.load(parameters, text)).isEmpty();
  }

  @Test
  void set_takesEffectAtOnce_andTellsObservers() throws ParameterFaultException {
    List<String> seen = new ArrayList<>();
    IntParameter debug = parameters.intParameter("debug");
    Observation observation =
        parameters.onChange(
            "debug", c -> seen.add(c.before().text() + '>' + c.after().text() + '=' + debug));

    changes.setNow("core", "debug", "-1");
    changes.setNow("core", "debug", "-1");
    observation.close();
    changes.setNow("core", "debug", "2");

    assertThat(seen).containsExactly("1>-1=core.debug=-1");
    assertThat(debug.getAsInt()).isEqualTo(2);
    assertThat(parameters.get("debug").origin()).hasToString("RPC");
  }

  @Test
  void observerThatThrows_keepsNobodyIgnorant() throws ParameterFaultException {
    AtomicReference<String> seen = new AtomicReference<>();
    parameters.onChange(
        "debug",
        c -> {
          throw new IllegalStateException("boom");
        });
    parameters.onChange("debug", c -> seen.set(c.after().text()));

    changes.setNow("core", "debug", "3");

    assertThat(seen).hasValue("3");
  }

  @Test
  void delayedChanges_areMadeTogether() throws ParameterFaultException {
    changes.setDelayed("core", "debug", "3");
    changes.setDelayed("shaper", "rate", "70");

    assertThat(changes.get("core", "debug")).isEqualTo(1L);
    assertThat(changes.diff())
        .extracting(p -> p.parameter() + " " + p.before() + " " + p.after())
        .containsExactly("core.debug 1 3", "shaper.rate 50 70");
    changes.commit();
    assertThat(changes.get("core", "debug")).isEqualTo(3L);
    assertThat(changes.get("shaper", "rate")).isEqualTo(70L);
    assertThat(changes.diff()).isEmpty();
  }

  @Test
  void commit_isSeenWholeOrNotAtAll() throws Exception {
    IntParameter debug = parameters.intParameter("debug");
    IntParameter corelog = parameters.intParameter("corelog");
    changes.setNow("core", "corelog", "1");
    AtomicBoolean done = new AtomicBoolean();
    AtomicReference<String> torn = new AtomicReference<>();
    Thread reader =
        new Thread(
            () -> {
              while (!done.get()) {
                Snapshot now = parameters.snapshot();
                if (now.of(debug) != now.of(corelog)) {
                  torn.set(now.of(debug) + " " + now.of(corelog));
                }
              }
            });
    reader.start();
    for (int i = 0; i < 2000; i++) {
      changes.setDelayed("core", "debug", Integer.toString(i % 4));
      changes.setDelayed("core", "corelog", Integer.toString(i % 4));
      changes.commit();
    }
    done.set(true);
    reader.join();

    assertThat(torn).hasNullValue();
  }

  @Test
  void rollback_forgetsWhatIsNoted() throws ParameterFaultException {
    changes.setDelayed("core", "debug", "3");
    changes.rollback();
    changes.commit();

    assertThat(changes.get("core", "debug")).isEqualTo(1L);
  }

  @Test
  void reset_givesTheValueOfTheStart() throws ParameterFaultException {
    changes.setNow("core", "debug", "3");
    changes.reset("core", "debug");

    assertThat(changes.get("core", "debug")).isEqualTo(1L);
    assertThat(parameters.get("debug").origin()).hasToString("a.cfg:1:1");
  }

  @ParameterizedTest
  @CsvSource({
    "core, nope, 1",
    "nogroup, debug, 1",
    "core, debug, abc",
    "core, debug, ''",
    "core, udp_mtu, 70000",
    "core, udp_mtu, -2",
    "core, udp_mtu_try_proto, SCTPX",
    "core, log_facility, LOG_NOPE",
    "core, max_branches, 5",
    "shaper, rate, fast",
  })
  void refusedValue_leavesTheOldOne(String group, String name, String value) {
    String before = parameters.find(group, name).map(Parameter::text).orElse("");

    assertFault(() -> changes.setNow(group, name, value), "Failed to set the variable");
    assertFault(() -> changes.setDelayed(group, name, value), "Failed to set the variable");
    changes.commit();

    assertThat(parameters.find(group, name).map(Parameter::text).orElse("")).isEqualTo(before);
  }

  @Test
  void questionsAboutUnknownNames_areAnsweredAsKamailioDoes() throws ParameterFaultException {
    assertFault(() -> changes.get("core", "nope"), "Failed to get the variable");
    assertFault(() -> changes.get("nogroup"), "Failed to get the variable");
    assertFault(() -> changes.help("core", "nope"), "Failed to get the variable description");
    assertFault(() -> changes.addInstance("shaper"), "Wrong group syntax. Use \"group[id]\"");
    assertFault(() -> changes.deleteInstance("shaper[7]"), "Failed to delete the group instance");
    assertFault(() -> changes.delete("shaper[7]", "rate"), "Failed to delete the value");
    assertThat(changes.list(Optional.of("nogroup"))).isEmpty();
  }

  private static void assertFault(ThrowingCallable call, String text) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ParameterFaultException.class,
            fault -> {
              assertThat(fault.code()).isEqualTo(400);
              assertThat(fault.text()).isEqualTo(text);
              assertThat(fault).hasMessageStartingWith(text + ": ");
            });
  }

  @Test
  void groups_areListedWithTheirParameters() throws ParameterFaultException {
    assertThat(changes.get("shaper")).containsEntry("rate", 50L).containsEntry("hop", "sip:h");
    assertThat(changes.list(Optional.of("shaper")))
        .extracting(Parameter::toString)
        .containsExactly("shaper.rate", "shaper.hop");
    assertThat(changes.list(Optional.empty())).hasSize(108);
    assertThat(changes.help("shaper", "rate").effect()).isEqualTo("calls a second");
  }

  @Test
  void numbersAndTexts_areTakenForEachOther() throws ParameterFaultException {
    changes.setNow("shaper", "hop", "5");
    changes.setNow("core", "force_rport", "yes");
    changes.setNow("core", "log_facility", "LOG_LOCAL3");

    assertThat(changes.get("shaper", "hop")).isEqualTo("5");
    assertThat(changes.get("core", "force_rport")).isEqualTo(1L);
    assertThat(changes.get("core", "log_facility")).isEqualTo("LOG_LOCAL3");
  }

  @Test
  void instanceOfAGroup_hasTheGroupsValuesUntilItGetsItsOwn() throws ParameterFaultException {
    changes.addInstance("shaper[1]");
    changes.setNow("shaper[1]", "rate", "60");
    changes.setNow("shaper", "hop", "sip:other");

    assertThat(changes.get("shaper[1]"))
        .containsEntry("rate", 60L)
        .containsEntry("hop", "sip:other");
    assertThat(changes.get("shaper", "rate")).isEqualTo(50L);
    changes.delete("shaper[1]", "rate");
    assertThat(changes.get("shaper[1]", "rate")).isEqualTo(50L);
    changes.deleteInstance("shaper[1]");
    assertFault(() -> changes.get("shaper[1]", "rate"), "Failed to get the variable");
    changes.addInstance("shaper[1]");
    assertThat(changes.get("shaper[1]", "rate")).isEqualTo(50L);
  }

  @Test
  void exactlyTheRunTimeParameters_change() {
    for (CoreParameter definition : new Catalogue().all()) {
      Parameter parameter = parameters.get(definition.name());
      boolean changed = true;
      try {
        changes.setNow("core", definition.name(), another(parameter));
      } catch (ParameterFaultException e) {
        changed = false;
      }
      assertThat(changed).as(definition.name()).isEqualTo(definition.runtime());
      assertThat(parameter.isSet() && parameter.origin().toString().equals("RPC"))
          .as(definition.name())
          .isEqualTo(definition.runtime());
    }
  }

  private static String another(Parameter parameter) {
    return switch (parameter.definition().type()) {
      case "bool" -> parameter.setting().number() == 0 ? "1" : "0";
      case "facility" -> "LOG_LOCAL1";
      case "enum" -> parameter.text().equals("UDP") ? "TCP" : "1";
      default -> parameter.text().equals("1") ? "2" : "1";
    };
  }
}
