package org.escapement.server;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import javax.enterprise.context.ContextNotActiveException;
import javax.enterprise.context.Dependent;
import javax.enterprise.context.spi.CreationalContext;
import javax.enterprise.inject.Any;
import javax.enterprise.inject.spi.Bean;
import javax.enterprise.inject.spi.BeanManager;
import org.escapement.module.Module;

/**
 * Finds the application's modules: CDI beans, and services that are no beans.
 *
 * <p>It hands out the beans' instances themselves, not CDI's proxies: a proxy that is called after
 * CDI has ended makes a fresh instance, and that one's {@code destroy} would end nothing.
 */
final class ModuleFinder {

  private final BeanManager beans;
  private final List<CreationalContext<?>> dependents = new ArrayList<>();

  ModuleFinder(BeanManager beans) {
    this.beans = beans;
  }

  /**
   * Finds and makes the modules, beans first.
   *
   * @param loader sees the application's archives
   * @throws IllegalStateException if a module's scope is not active at deployment
   */
  List<Module> find(ClassLoader loader) {
    List<Module> modules = new ArrayList<>();
    Set<Class<?>> found = new HashSet<>();
    for (Bean<?> bean : beans.getBeans(Module.class, Any.Literal.INSTANCE)) {
      modules.add(instance(bean));
      found.add(bean.getBeanClass());
    }
    ServiceLoader.load(Module.class, loader).stream()
        .filter(service -> !found.contains(service.type()))
        .forEach(service -> modules.add(service.get()));
    return modules;
  }

  /** Every bean that the search by type yields is a module. */
  @SuppressWarnings("unchecked")
  private Module instance(Bean<?> found) {
    Bean<Module> bean = (Bean<Module>) found;
    CreationalContext<Module> context = beans.createCreationalContext(bean);
    if (bean.getScope() == Dependent.class) {
      dependents.add(context);
    }
    try {
      return beans.getContext(bean.getScope()).get(bean, context);
    } catch (ContextNotActiveException e) {
      throw new IllegalStateException(
          "module "
              + bean.getBeanClass().getName()
              + " has a scope that is not active at deployment; make it @ApplicationScoped",
          e);
    }
  }

  /** Ends the beans that belong to nobody else. */
  void release() {
    dependents.forEach(CreationalContext::release);
    dependents.clear();
  }
}
