package org.escapement;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * Makes objects that stand in for the container's: a script, which is any object, answers the calls
 * whose methods it has by the same name and parameters. Any other call fails the test.
 */
public final class StandIn {

  private StandIn() {}

  /** Makes one; its {@code toString} is the script's, its identity its own. */
  public static <T> T of(Class<T> type, Object script) {
    Object made =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) ->
                switch (method.getName()) {
                  case "equals" -> self == arguments[0];
                  case "hashCode" -> System.identityHashCode(self);
                  default -> answer(script, method, arguments);
                });
    return type.cast(made);
  }

  private static Object answer(Object script, Method method, Object[] arguments) throws Throwable {
    try {
      Method scripted = script.getClass().getMethod(method.getName(), method.getParameterTypes());
      scripted.setAccessible(true);
      return scripted.invoke(script, arguments);
    } catch (NoSuchMethodException e) {
      throw new AssertionError("a call that no test expects: " + method, e);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
