package org.escapement.variable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class FormatCacheTest {

  private final Fixture fixture = new Fixture();

  private Variables limited(int limit, boolean drop) {
    return fixture.with(ExpansionLimits.DEFAULT, new CacheLimits(limit, drop));
  }

  @Test
  void text_isReadOnce() {
    Variables variables = limited(10, false);

    assertThat(variables.format("a $ru")).isSameAs(variables.format("a $ru"));
    assertThat(variables.kept()).isEqualTo(1);
  }

  @Test
  void pastTheLimit_withAction0_furtherTextsAreNotKept() {
    Variables variables = limited(3, false);
    Format first = variables.format("$ru $rU");
    variables.format("constant");
    Format late = variables.format("$rm");

    assertThat(variables.kept()).isEqualTo(3);
    assertThat(variables.format("$ru $rU")).isSameAs(first);
    assertThat(variables.format("$rm")).isNotSameAs(late);
  }

  @Test
  void pastTheLimit_withAction1_theLeastUsedMakeRoom() {
    Variables variables = limited(3, true);
    Format often = variables.format("$ru $rU");
    variables.format("$ru $rU");
    Format seldom = variables.format("constant");
    Format late = variables.format("$rm");

    assertThat(variables.kept()).isEqualTo(3);
    assertThat(variables.format("$ru $rU")).isSameAs(often);
    assertThat(variables.format("$rm")).isSameAs(late);
    assertThat(variables.format("constant")).isNotSameAs(seldom);
  }

  @Test
  void lowerLimit_takesEffectWithTheNextText() {
    AtomicReference<CacheLimits> limits = new AtomicReference<>(new CacheLimits(10, true));
    Variables variables =
        new Variables(
            fixture.builtIn.catalogue(), () -> ExpansionLimits.DEFAULT, limits::get, () -> 0);
    variables.format("$ru $rU");
    variables.format("$rm");
    limits.set(new CacheLimits(1, true));
    variables.format("$ci");

    assertThat(variables.kept()).isEqualTo(1);
  }

  @Test
  void textWithMoreVariablesThanTheLimit_isReadAllTheSame() {
    Variables variables = limited(1, true);

    assertThat(variables.expand("$rm $rU", variables.of(fixture.invite))).isEqualTo("INVITE alice");
    assertThat(variables.kept()).isZero();
  }

  @Test
  void manyThreads_neverKeepMoreThanTheLimit() throws InterruptedException {
    Variables variables = limited(20, true);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    for (int t = 0; t < 4; t++) {
      threads.execute(
          () -> {
            for (int i = 0; i < 2_000; i++) {
              int n = ThreadLocalRandom.current().nextInt(100);
              String made =
                  variables.expand("$rm " + n + " $rU", variables.of(FakeMessages.invite()));
              if (!made.equals("INVITE " + n + " alice") || variables.kept() > 20) {
                throw new AssertionError(made + ", kept " + variables.kept());
              }
            }
          });
    }
    threads.shutdown();

    assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    assertThat(variables.kept()).isLessThanOrEqualTo(20);
  }
}
