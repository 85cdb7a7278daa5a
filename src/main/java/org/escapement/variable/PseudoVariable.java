package org.escapement.variable;

import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.escapement.text.Nearest;
import org.escapement.text.PlacedText;
import org.escapement.text.Problems;
import org.jspecify.annotations.Nullable;

/**
 * A kind of pseudo-variable, such as {@code $hdr}. A module brings its own.
 *
 * <p>A variable that throws when it is read has no value then; the first time, that is logged.
 */
public interface PseudoVariable {

  /** The name after the dollar sign: a letter or underscore, then letters, digits, underscores. */
  String name();

  /** What it gives, for the reference: one sentence without its full stop. */
  String help();

  /**
   * Looks at one use of the variable, once, when the text is read; all that has to be looked up or
   * checked is done here.
   *
   * @param problems receives what is wrong with the use; the result is then not used
   */
  Access bind(Use use, Problems problems);

  /** A variable without parameter and index. */
  static PseudoVariable of(String name, String help, Access access) {
    return new Simple(
        name,
        help,
        (use, problems) -> {
          use.refuseParameter(problems);
          use.refuseIndex(problems);
          return access;
        });
  }

  /** A text without parameter and index. */
  static PseudoVariable text(
      String name, String help, Function<VariableContext, @Nullable String> value) {
    return of(name, help, (context, out) -> out.set(value.apply(context)));
  }

  /** A number without parameter and index. */
  static PseudoVariable number(String name, String help, ToLongFunction<VariableContext> value) {
    return of(name, help, (context, out) -> out.set(value.applyAsLong(context)));
  }

  /** A variable whose parameter is one of a few words. */
  static PseudoVariable keyed(String name, String help, Map<String, ? extends Access> byKey) {
    return new Simple(
        name,
        help,
        (use, problems) -> {
          use.refuseIndex(problems);
          PlacedText key = use.needParameter("name", problems);
          Access found = key == null ? null : byKey.get(key.text().strip());
          if (found != null) {
            return found;
          }
          if (key != null) {
            problems.add(
                key.position(),
                "$" + name + " knows no '" + key.text() + "'",
                Nearest.advice("name", key.text(), byKey.keySet()));
          }
          return Simple.NOTHING;
        });
  }

  /** A variable that any parameter names one of. */
  static PseudoVariable named(
      String name, String help, String what, Function<String, ? extends Access> byName) {
    return new Simple(
        name,
        help,
        (use, problems) -> {
          use.refuseIndex(problems);
          PlacedText key = use.needParameter(what, problems);
          return key == null ? Simple.NOTHING : byName.apply(key.text().strip());
        });
  }

  /** A variable made of its parts. */
  record Simple(String name, String help, Binder binder) implements PseudoVariable {

    /** Never has a value. */
    public static final Access NOTHING = (context, out) -> {};

    /** What {@link PseudoVariable#bind} does. */
    @FunctionalInterface
    public interface Binder {
      Access bind(Use use, Problems problems);
    }

    @Override
    public Access bind(Use use, Problems problems) {
      return binder.bind(use, problems);
    }
  }
}
