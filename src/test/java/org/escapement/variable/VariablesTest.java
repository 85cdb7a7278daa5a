package org.escapement.variable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.escapement.statistic.Counter;
import org.escapement.text.PlacedText;
import org.escapement.text.Position;
import org.escapement.text.Problems;
import org.escapement.variable.builtin.InitialValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VariablesTest {

  private final Fixture fixture = new Fixture();

  private String expand(String text, VariableContext context) {
    return fixture.variables.expand(text, context);
  }

  private static InitialValue initial(String text) {
    Problems problems = new Problems();
    InitialValue value = InitialValue.read(PlacedText.of(text, Position.of("f")), problems);
    problems.throwIfAny();
    return value;
  }

  @Test
  void var_belongsToTheWorker() {
    FakeTimer other = new FakeTimer();
    fixture.variables.set("$var(x)", "mine", fixture.inTimer());
    fixture.variables.set("$var(x)", 5, fixture.variables.of(other.context()));

    assertThat(expand("$var(x)", fixture.inTimer())).isEqualTo("mine");
    assertThat(expand("$var(x)", fixture.variables.of(other.context()))).isEqualTo("5");
    assertThat(expand("$var(x)", fixture.inMessage())).isEqualTo("0");
  }

  @Test
  void var_ofMessagesBelongsToTheThread() throws InterruptedException {
    fixture.variables.set("$var(x)", "here", fixture.inMessage());
    String[] there = new String[1];
    Thread thread = new Thread(() -> there[0] = expand("$var(x)", fixture.inMessage()));
    thread.start();
    thread.join();

    assertThat(expand("$var(x)", fixture.inMessage())).isEqualTo("here");
    assertThat(there[0]).isEqualTo("0");
  }

  @Test
  void varAndShv_beginWithTheirInitialValue() {
    fixture.builtIn.worker().initial(initial("greeting=s:hello"));
    fixture.builtIn.shared().initial(initial("limit=i:5"));

    assertThat(expand("$var(greeting) $shv(limit)", fixture.inMessage())).isEqualTo("hello 5");
    fixture.variables.set("$var(greeting)", null, fixture.inMessage());
    fixture.variables.set("$shv(limit)", null, fixture.inMessage());
    assertThat(expand("$var(greeting) $shv(limit)", fixture.inMessage())).isEqualTo("0 0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit", "limit=5", "=i:5", "limit=i:x", "limit=i:"})
  void initialValueOfAnotherForm_isAProblem(String text) {
    assertThatThrownBy(() -> initial(text)).hasMessageContaining("write name=i:number");
  }

  @Test
  void avp_isSharedByRequestAndReply() {
    fixture.variables.set("$avp(route)", "gw1", fixture.inMessage());

    assertThat(expand("$avp(route)", fixture.inReply())).isEqualTo("gw1");
  }

  @Test
  void avp_withoutAValueIsTakenAway() {
    VariableContext context = fixture.inMessage();
    for (String value : new String[] {"v1", "v2", "v3"}) {
      fixture.variables.set("$avp(a)", value, context);
    }
    fixture.variables.set("$avp(a)", null, context);
    assertThat(expand("$(avp(a)[*])", context)).isEqualTo("v2, v1");
    fixture.variables.set("$(avp(a)[1])", "v9", context);
    assertThat(expand("$(avp(a)[*]) $(avp(a)[-1])", context)).isEqualTo("v2, v9 v9");
    fixture.variables.set("$(avp(a)[*])", null, context);
    assertThat(expand("$avp(a) $(avp(a)[*])", context)).isEqualTo("<null> <null>");
  }

  @Test
  void xavp_isTakenAwayByFieldAndByRoot() {
    VariableContext context = fixture.inMessage();
    fixture.variables.set("$xavp(a=>b)", "one", context);
    fixture.variables.set("$xavp(a[0]=>b)", "two", context);
    fixture.variables.set("$xavp(a[0]=>b[1])", "three", context);
    assertThat(expand("$xavp(a=>b) $xavp(a=>b[1]) $xavp(a)", context))
        .isEqualTo("two three <<xavp:a>>");
    fixture.variables.set("$xavp(a=>b)", null, context);
    assertThat(expand("$xavp(a=>b)", context)).isEqualTo("three");
    fixture.variables.set("$xavp(a[*])", null, context);
    assertThat(expand("$xavp(a=>b) $xavp(a)", context)).isEqualTo("<null> <null>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          $ru            | sip:x | cannot be set
          $(var(x){s.len}) | 5   | cannot be set
          $ptimer(name)  | x     | cannot be set
          $ptimer(slice) | 80    | slice 80 is not 0 to 79
          $ptimer(slice) | abc   | abc
          $avp(a)        | 1     | no message
          """)
  void setting_whatCannotBe_saysWhy(String variable, String value, String why) {
    assertThatThrownBy(() -> fixture.variables.set(variable, value, fixture.inTimer()))
        .isInstanceOf(ExpansionException.class)
        .hasMessageContaining(variable)
        .hasMessageContaining(why);
  }

  @Test
  void setting_ptimerOutsideOfATimer_saysWhy() {
    assertThatThrownBy(() -> fixture.variables.set("$ptimer(slice)", 1, fixture.inMessage()))
        .isInstanceOf(ExpansionException.class)
        .hasMessageContaining("no route of a timer runs");
  }

  @Test
  void kindOfAValue_isKept() {
    VariableContext context = fixture.inMessage();
    fixture.variables.set("$var(n)", 5, context);
    Reading reading = new Reading();
    fixture.variables.variable("$var(n)").read(context, reading);
    assertThat(reading.value()).isEqualTo(5L);
    fixture.variables.variable("$hdr(X)").read(context, reading);
    assertThat(reading.value()).isEqualTo("one");
    fixture.variables.variable("$null").read(context, reading);
    assertThat(reading.value()).isNull();
  }

  @Test
  void stat_isFoundWhenItIsThere() {
    VariableContext context = fixture.inMessage();
    assertThat(expand("$stat(calls)", context)).isEqualTo("<null>");
    Counter calls = fixture.statistics.counter("script", "calls", "Calls");
    calls.add(3);

    assertThat(expand("$stat(calls) $stat(script:calls)", context)).isEqualTo("3 3");
  }

  @Test
  void timeOfARun_standsUntilTheNextTick() {
    VariableContext context = fixture.inTimer();
    assertThat(expand("$TS", context)).isEqualTo("1795249245");
    fixture.now += 2_000_000;
    assertThat(expand("$TS $TV(sn)", context)).isEqualTo("1795249245 1795249247");
    fixture.timer.nextTick();
    assertThat(expand("$TS", context)).isEqualTo("1795249247");
  }

  @Test
  void variableThatThrows_hasNoValueAndTheRestStays() {
    fixture
        .builtIn
        .catalogue()
        .add(
            PseudoVariable.text(
                "broken",
                "Fails",
                context -> {
                  throw new IllegalStateException("no");
                }));

    assertThat(expand("a $broken b $rm", fixture.inMessage())).isEqualTo("a <null> b INVITE");
  }

  @Test
  void variableOfAModule_isFound() {
    AtomicInteger load = new AtomicInteger(7);
    fixture
        .builtIn
        .catalogue()
        .add(PseudoVariable.number("load", "Load", context -> load.get()))
        .add(PseudoVariable.keyed("m", "Two", Map.of("a", (c, out) -> out.set("A"))));

    assertThat(expand("$load $m(a)", fixture.inMessage())).isEqualTo("7 A");
    assertThatThrownBy(
            () -> fixture.builtIn.catalogue().add(PseudoVariable.number("ru", "", c -> 1)))
        .hasMessageContaining("$ru");
    assertThatThrownBy(
            () -> fixture.builtIn.catalogue().add(PseudoVariable.number("a-b", "", c -> 1)))
        .hasMessageContaining("a-b");
  }

  @Test
  void expansionLongerThanTheBuffer_isRefused() {
    fixture.variables = fixture.with(new ExpansionLimits(6, 10), CacheLimits.DEFAULT);

    assertThat(expand("$rm", fixture.inMessage())).isEqualTo("INVITE");
    assertThatThrownBy(() -> expand("$rm!", fixture.inMessage()))
        .isInstanceOf(ExpansionException.class)
        .hasMessageContaining("pv_buffer_size = 6");
    fixture.variables.set("$var(x)", "äöü", fixture.inMessage());
    assertThat(expand("$var(x)", fixture.inMessage())).hasSize(3);
    assertThatThrownBy(() -> expand("$var(x)ä", fixture.inMessage()))
        .isInstanceOf(ExpansionException.class);
  }

  @Test
  void expansionNestedDeeperThanThereAreSlots_hasNoValue() {
    fixture.variables = fixture.with(new ExpansionLimits(100, 3), CacheLimits.DEFAULT);

    assertThat(expand("$_s(a$_s(b$rm))", fixture.inMessage())).isEqualTo("abINVITE");
    assertThat(expand("$_s(a$_s(b$_s(c$rm)))", fixture.inMessage())).isEqualTo("ab<null>");
    assertThat(expand("$_s(a$_s(b$rm))", fixture.inMessage())).isEqualTo("abINVITE");
  }

  @Test
  void regularExpressionThatTakesForEver_isGivenUp() {
    fixture.variables.set("$var(x)", "a".repeat(40) + "!", fixture.inMessage());

    assertThat(expand("[$(var(x){re.subst,/(a+)+\\1b/c/})]", fixture.inMessage())).isEqualTo("[]");
  }

  @Test
  void regularExpressionThatNeedsTooDeepAStack_isGivenUp() {
    fixture.variables.set("$var(x)", "ab".repeat(20_000), fixture.inMessage());

    assertThat(expand("[$(var(x){re.subst,/(a|b)*$/c/})]", fixture.inMessage())).isEqualTo("[]");
  }
}
