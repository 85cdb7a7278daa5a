package org.escapement.server;

import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.enterprise.event.Observes;
import javax.enterprise.inject.spi.AfterBeanDiscovery;
import javax.enterprise.inject.spi.BeforeBeanDiscovery;
import javax.enterprise.inject.spi.DefinitionException;
import javax.enterprise.inject.spi.Extension;
import javax.enterprise.inject.spi.InjectionPoint;
import javax.enterprise.inject.spi.ProcessInjectionPoint;
import javax.enterprise.util.Nonbinding;
import org.escapement.config.Catalogue;
import org.escapement.parameter.BoolParameter;
import org.escapement.parameter.CoreParameters;
import org.escapement.parameter.IntParameter;
import org.escapement.parameter.Level;
import org.escapement.parameter.Param;
import org.escapement.parameter.Parameter;

/**
 * Makes {@link Param} a qualifier, and checks each injection point that has it: a name that does
 * not exist or a type that does not fit ends the deployment.
 */
public class ParamExtension implements Extension {

  private static final Set<Type> NUMBERS =
      Set.of(int.class, Integer.class, long.class, Long.class, IntParameter.class);
  private static final Set<Type> FLAGS = Set.of(boolean.class, Boolean.class, BoolParameter.class);

  /** With defaults: names and types are the same as later. */
  private final CoreParameters parameters = new CoreParameters(new Catalogue());

  private final List<String> mistakes = new ArrayList<>();

  void declare(@Observes BeforeBeanDiscovery event) {
    event
        .configureQualifier(Param.class)
        .methods()
        .forEach(member -> member.add(Nonbinding.Literal.INSTANCE));
  }

  void check(@Observes ProcessInjectionPoint<?, ?> event) {
    InjectionPoint point = event.getInjectionPoint();
    for (Annotation qualifier : point.getQualifiers()) {
      if (qualifier instanceof Param param) {
        try {
          check(param.value(), point.getType());
        } catch (IllegalArgumentException e) {
          mistakes.add(point.getMember() + ": " + e.getMessage());
        }
      }
    }
  }

  /** Tells of all mistakes together: the container ends the deployment with the first one. */
  void end(@Observes AfterBeanDiscovery event) {
    mistakes.forEach(ServerLog.LOG::problem);
    if (!mistakes.isEmpty()) {
      event.addDefinitionError(new DefinitionException(String.join("; ", mistakes)));
    }
  }

  private void check(String name, Type type) {
    Parameter parameter = parameters.get(name);
    Type wanted = unwrapped(type);
    if (NUMBERS.contains(wanted)) {
      parameters.intParameter(name);
    } else if (FLAGS.contains(wanted)) {
      parameters.boolParameter(name);
    } else if (wanted == Duration.class) {
      parameters.duration(name);
    } else if (wanted == Level.class) {
      parameters.level(name);
    } else if (wanted != String.class) {
      throw new IllegalArgumentException(
          parameter.name() + " cannot be injected as " + type.getTypeName());
    }
  }

  private static Type unwrapped(Type type) {
    return type instanceof ParameterizedType generic && generic.getRawType() == Optional.class
        ? generic.getActualTypeArguments()[0]
        : type;
  }
}
