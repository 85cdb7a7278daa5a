package org.escapement.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import javax.servlet.ServletRequest;
import javax.servlet.sip.SipServletRequest;
import org.escapement.text.Problem;
import org.escapement.text.Problems;
import org.escapement.timer.TimerContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RouteDeclarationTest {

  private final Problems problems = new Problems();

  private List<RouteDeclaration> routes(Class<?> owner) {
    return RouteDeclaration.of(owner, problems);
  }

  private List<String> names(Class<?> owner) {
    return routes(owner).stream().map(RouteDeclaration::name).sorted().toList();
  }

  /** Everything that is allowed. */
  static class Sound {
    @Route("VOID")
    void nothing() {}

    @Route("BOOLEAN")
    public boolean flag(RouteContext context) {
      return true;
    }

    @Route("INT")
    protected int number(SipServletRequest request, RouteContext context, TimerContext timer) {
      return 1;
    }

    void noRoute(String text) {}
  }

  @Test
  void soundRoutes_areFoundWithTheirPlaces() {
    assertThat(names(Sound.class)).containsExactly("BOOLEAN", "INT", "VOID");
    assertThat(routes(Sound.class))
        .extracting(RouteDeclaration::takesRequest)
        .containsOnlyOnce(true);
    assertThat(routes(Sound.class))
        .extracting(route -> route.position().toString())
        .contains("org.escapement.route.RouteDeclarationTest$Sound.flag");
    assertThat(problems.list()).isEmpty();
  }

  @SuppressWarnings("unused") // found by reflection
  static class Private {
    @Route("R")
    private void run() {}
  }

  static class Static {
    @Route("R")
    static void run() {}
  }

  static class Nameless {
    @Route(" ")
    void run() {}
  }

  static class LongResult {
    @Route("R")
    long run() {
      return 1;
    }
  }

  static class BoxedResult {
    @Route("R")
    Integer run() {
      return 1;
    }
  }

  static class OtherParameter {
    @Route("R")
    void run(TimerContext timer, String text) {}
  }

  static class WiderParameter {
    @Route("R")
    void run(ServletRequest message) {}
  }

  static class Varargs {
    @Route("R")
    void run(TimerContext... timers) {}
  }

  static class TwiceTheSame {
    @Route("R")
    void run(TimerContext timer, RouteContext context, TimerContext again) {}
  }

  @SuppressWarnings("unused") // found by reflection
  static class AllWrong {
    @Route("R")
    private static String run(int number) {
      return "";
    }
  }

  static Stream<Arguments> wrongSignatures() {
    String modifiers =
        "route R is private or static; make it an instance method that is not private";
    String parameters =
        "; take any of TimerContext, RouteContext, MessageContext, SipServletRequest,"
            + " SipServletResponse, SipServletMessage, each at most once";
    String timer = "org.escapement.timer.TimerContext";
    return Stream.of(
        Arguments.of(Private.class, List.of(modifiers)),
        Arguments.of(Static.class, List.of(modifiers)),
        Arguments.of(
            Nameless.class, List.of("a route without a name; give it one: @Route(\"NAME\")")),
        Arguments.of(
            LongResult.class, List.of("route R returns long; let it return int, boolean or void")),
        Arguments.of(
            BoxedResult.class,
            List.of("route R returns java.lang.Integer; let it return int, boolean or void")),
        Arguments.of(
            OtherParameter.class,
            List.of("route R cannot take the parameter java.lang.String" + parameters)),
        Arguments.of(
            WiderParameter.class,
            List.of("route R cannot take the parameter javax.servlet.ServletRequest" + parameters)),
        Arguments.of(
            Varargs.class,
            List.of("route R cannot take the parameter " + timer + "[]" + parameters)),
        Arguments.of(
            TwiceTheSame.class,
            List.of("route R cannot take the parameter " + timer + " twice" + parameters)),
        Arguments.of(
            AllWrong.class,
            List.of(
                modifiers,
                "route R returns java.lang.String; let it return int, boolean or void",
                "route R cannot take the parameter int" + parameters)));
  }

  @ParameterizedTest
  @MethodSource("wrongSignatures")
  void wrongSignature_isReportedWithItsPlace(Class<?> owner, List<String> expected) {
    assertThat(routes(owner)).isEmpty();

    assertThat(problems.list())
        .extracting(Problem::toString)
        .containsExactlyElementsOf(
            expected.stream().map(text -> owner.getName() + ".run: " + text).toList());
  }

  static class Base {
    @Route("KEPT")
    int kept() {
      return 1;
    }

    @Route("REPLACED")
    int replaced() {
      return 1;
    }

    @Route("DROPPED")
    int dropped() {
      return 1;
    }
  }

  static class Derived extends Base {
    @Override
    @Route("NEW")
    int replaced() {
      return 2;
    }

    @Override
    int dropped() {
      return 2;
    }

    @Route("OVERLOADED")
    int kept(TimerContext timer) {
      return 2;
    }
  }

  @Test
  void inheritedRoutes_areFoundUnlessOverridden() {
    assertThat(names(Derived.class)).containsExactly("KEPT", "NEW", "OVERLOADED");
    assertThat(routes(Derived.class))
        .extracting(RouteDeclaration::owner)
        .containsOnly(Derived.class);
  }

  static class HiddenBase {
    @Route("R")
    public int run() {
      return 7;
    }
  }

  /** The compiler makes a bridge here, with a copy of the annotation. */
  public static class Visible extends HiddenBase {}

  @Test
  void routeBehindABridge_isFoundOnce() {
    assertThat(Visible.class.getDeclaredMethods()).allMatch(method -> method.isBridge()).hasSize(1);

    assertThat(names(Visible.class)).containsExactly("R");
  }

  static class Generic<T> {
    @Route("GENERIC")
    void run(T parameter) {}
  }

  static class Bound extends Generic<TimerContext> {
    @Override
    @Route("BOUND")
    void run(TimerContext timer) {}
  }

  @Test
  void overridingOfAGenericMethod_isARouteBesideItsUnsoundOrigin() {
    assertThat(names(Bound.class)).containsExactly("BOUND");
  }
}
