package org.escapement.route;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.reflect.Method;
import javax.servlet.sip.SipServletRequest;
import org.escapement.timer.TimerContext;

/**
 * A route bound to the servlet or bean that it runs on, ready to be invoked without look-ups or
 * allocation: its handle takes a {@link RouteRun}, reads the parameters that the method wants from
 * it, and gives an int.
 */
final class BoundRoute {

  private static final Lookup LOOKUP = MethodHandles.lookup();
  private static final MethodHandle TIMER = accessor("timer", TimerContext.class);
  private static final MethodHandle REQUEST = accessor("request", SipServletRequest.class);
  private static final MethodHandle CONTEXT = accessor("context", RouteContext.class);
  private static final MethodHandle SIGN = sign();

  private final String name;
  private final boolean takesRequest;
  private final MethodHandle handle;

  BoundRoute(RouteDeclaration declaration, Object target) {
    this.name = declaration.name();
    this.takesRequest = declaration.takesRequest();
    this.handle = handle(declaration.method(), target);
  }

  String name() {
    return name;
  }

  boolean takesRequest() {
    return takesRequest;
  }

  int invoke(RouteRun run) throws Throwable {
    return (int) handle.invokeExact(run);
  }

  private static MethodHandle handle(Method method, Object target) {
    try {
      // trySetAccessible: the classes of applications are open to us, and a package-private route
      // is a fine one
      method.trySetAccessible();
      MethodHandle handle = LOOKUP.unreflect(method).bindTo(target);
      Class<?>[] parameters = method.getParameterTypes();
      for (int i = 0; i < parameters.length; i++) {
        handle = MethodHandles.filterArguments(handle, i, accessorFor(parameters[i]));
      }
      if (parameters.length == 0) {
        handle = MethodHandles.dropArguments(handle, 0, RouteRun.class);
      } else {
        handle =
            MethodHandles.permuteArguments(
                handle,
                methodType(handle.type().returnType(), RouteRun.class),
                new int[parameters.length]);
      }
      return withIntResult(handle);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("route method " + method + " cannot be reached", e);
    }
  }

  private static MethodHandle withIntResult(MethodHandle handle) {
    Class<?> result = handle.type().returnType();
    if (result == void.class) {
      return MethodHandles.filterReturnValue(handle, MethodHandles.constant(int.class, 1));
    }
    return result == boolean.class ? MethodHandles.filterReturnValue(handle, SIGN) : handle;
  }

  private static MethodHandle accessorFor(Class<?> parameter) {
    if (parameter == TimerContext.class) {
      return TIMER;
    }
    return parameter == SipServletRequest.class ? REQUEST : CONTEXT;
  }

  private static MethodHandle accessor(String method, Class<?> type) {
    try {
      return LOOKUP.findVirtual(RouteRun.class, method, methodType(type));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("RouteRun." + method, e);
    }
  }

  private static MethodHandle sign() {
    return MethodHandles.guardWithTest(
        MethodHandles.identity(boolean.class),
        MethodHandles.dropArguments(MethodHandles.constant(int.class, 1), 0, boolean.class),
        MethodHandles.dropArguments(MethodHandles.constant(int.class, -1), 0, boolean.class));
  }
}
