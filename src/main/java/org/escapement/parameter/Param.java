package org.escapement.parameter;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Injects one core parameter: {@code @Inject @Param("max_branches") int limit}.
 *
 * <p>The type is int, long, boolean, String, {@link java.time.Duration}, {@link Level}, an Optional
 * of one of them, or {@link IntParameter} or {@link BoolParameter} for a value that follows later
 * changes; the others have the value of the moment of injection. A name that does not exist, or a
 * type that does not fit, ends the deployment.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({FIELD, PARAMETER, METHOD, TYPE})
public @interface Param {

  /** The name of the parameter, or an alias. */
  String value();
}
