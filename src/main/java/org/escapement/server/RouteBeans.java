package org.escapement.server;

import java.util.ArrayList;
import java.util.List;
import javax.enterprise.context.spi.CreationalContext;
import javax.enterprise.inject.spi.Bean;
import javax.enterprise.inject.spi.BeanManager;
import org.escapement.route.RouteTable;

/** The CDI beans whose methods are routes, for as long as the application lives. */
final class RouteBeans {

  private final BeanManager beanManager;
  private final List<CreationalContext<?>> contexts = new ArrayList<>();

  RouteBeans(BeanManager beanManager) {
    this.beanManager = beanManager;
  }

  /** Makes the beans, and has the routes run on them. */
  void bind(List<Bean<?>> beans, RouteTable routes) {
    for (Bean<?> bean : beans) {
      CreationalContext<?> context = beanManager.createCreationalContext(bean);
      contexts.add(context);
      routes.bind(
          bean.getBeanClass(), beanManager.getReference(bean, bean.getBeanClass(), context));
    }
  }

  /** Gives up those that belong to nobody else. */
  void release() {
    contexts.forEach(CreationalContext::release);
    contexts.clear();
  }
}
