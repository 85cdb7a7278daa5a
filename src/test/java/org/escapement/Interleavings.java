package org.escapement;

import org.escapement.statistic.Statistics;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.verifier.SerializabilityVerifier;

/**
 * Lets Lincheck try the interleavings of small random scenarios: threads that call the operations
 * of a test class at once, switched at every access to what they share. Each outcome must be one
 * that some order of whole calls gives, too.
 *
 * <p>{@code -Dinterleavings=N} tries N times as many scenarios.
 */
public final class Interleavings {

  private static final int SCENARIOS = 10;
  private static final int INTERLEAVINGS = 60;

  private Interleavings() {}

  /**
   * Each call takes its effect at one moment between its begin and its end.
   *
   * @param subject a public class with public methods marked as operations
   * @param specification the obvious twin, with methods of the same names, for one thread
   */
  public static void linearizable(Class<?> subject, Class<?> specification) {
    options(specification).check(subject);
  }

  /**
   * The outcome is one of some order of the calls, but maybe not the order in which they were made:
   * what a sum over several cells can promise.
   */
  public static void serializable(Class<?> subject, Class<?> specification) {
    options(specification).verifier(SerializabilityVerifier.class).check(subject);
  }

  /**
   * As {@link #linearizable}, with all calls made by the threads at once and none before or after:
   * for calls whose result depends on their thread, and for what happens only once.
   */
  public static void linearizableAtOnce(Class<?> subject, Class<?> specification) {
    options(specification).actorsBefore(0).actorsAfter(0).actorsPerThread(4).check(subject);
  }

  private static ModelCheckingOptions options(Class<?> specification) {
    return new ModelCheckingOptions()
        .iterations(SCENARIOS * Integer.getInteger("interleavings", 1))
        .invocationsPerIteration(INTERLEAVINGS)
        .threads(2)
        .actorsPerThread(3)
        .actorsBefore(2)
        .actorsAfter(2)
        .sequentialSpecification(specification)
        .addGuarantee(
            ManagedStrategyGuaranteeKt.forClasses(Statistics.class.getName())
                .allMethods()
                .ignore());
  }
}
