package org.escapement.server;

import java.time.Duration;
import java.util.Optional;
import javax.enterprise.context.ApplicationScoped;
import javax.enterprise.inject.Produces;
import javax.enterprise.inject.spi.InjectionPoint;
import javax.inject.Inject;
import org.escapement.parameter.BoolParameter;
import org.escapement.parameter.IntParameter;
import org.escapement.parameter.Level;
import org.escapement.parameter.Param;
import org.jspecify.annotations.Nullable;

/**
 * Produces what {@link Param} injects. {@link ParamExtension} has checked names and types at the
 * deployment.
 */
@ApplicationScoped
public class ParamProducer {

  @Inject private ServerParameters parameters;

  @Produces
  @Param("")
  int number(InjectionPoint point) {
    return parameters.loaded().intValue(name(point));
  }

  @Produces
  @Param("")
  long longNumber(InjectionPoint point) {
    return number(point);
  }

  @Produces
  @Param("")
  boolean flag(InjectionPoint point) {
    return parameters.loaded().bool(name(point));
  }

  @Produces
  @Param("")
  String text(InjectionPoint point) {
    return parameters.loaded().get(name(point)).text();
  }

  @Produces
  @Param("")
  Duration duration(InjectionPoint point) {
    return parameters.loaded().duration(name(point));
  }

  @Produces
  @Param("")
  Level level(InjectionPoint point) {
    return parameters.loaded().level(name(point));
  }

  @Produces
  @Param("")
  IntParameter intHandle(InjectionPoint point) {
    return parameters.parameters().intParameter(name(point));
  }

  @Produces
  @Param("")
  BoolParameter boolHandle(InjectionPoint point) {
    return parameters.parameters().boolParameter(name(point));
  }

  @Produces
  @Param("")
  Optional<Integer> optionalNumber(InjectionPoint point) {
    return present(point, number(point));
  }

  @Produces
  @Param("")
  Optional<Long> optionalLong(InjectionPoint point) {
    return present(point, longNumber(point));
  }

  @Produces
  @Param("")
  Optional<Boolean> optionalFlag(InjectionPoint point) {
    return present(point, flag(point));
  }

  @Produces
  @Param("")
  Optional<String> optionalText(InjectionPoint point) {
    return present(point, text(point));
  }

  @Produces
  @Param("")
  Optional<Duration> optionalDuration(InjectionPoint point) {
    return present(point, duration(point));
  }

  /** Empty when the parameter has no value, not even by default. */
  private <T> Optional<T> present(InjectionPoint point, T value) {
    @Nullable Object typed = parameters.loaded().get(name(point)).value();
    return typed == null ? Optional.empty() : Optional.of(value);
  }

  private static String name(InjectionPoint point) {
    return point.getQualifiers().stream()
        .filter(Param.class::isInstance)
        .map(qualifier -> ((Param) qualifier).value())
        .findFirst()
        .orElseThrow();
  }
}
