package org.escapement.route;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Objects;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.escapement.timer.TimerContext;
import org.jspecify.annotations.Nullable;

/**
 * A route that can be invoked without look-ups or allocation once it is bound to the servlet or
 * bean that it runs on: its handle takes a {@link RouteRun}, reads the parameters that the method
 * wants from it, and gives an int.
 */
final class CallableRoute {

  private static final Lookup LOOKUP = MethodHandles.lookup();

  /** What each parameter is read by. */
  private static final Map<Class<?>, MethodHandle> ACCESSORS =
      Map.of(
          TimerContext.class, accessor("timer", TimerContext.class),
          RouteContext.class, accessor("context", RouteContext.class),
          MessageContext.class, accessor("handled", MessageContext.class),
          SipServletRequest.class, accessor("request", SipServletRequest.class),
          SipServletResponse.class, accessor("response", SipServletResponse.class),
          SipServletMessage.class, accessor("message", SipServletMessage.class));

  private static final MethodHandle SIGN = sign();

  private final RouteDeclaration declaration;
  private final boolean takesRequest;
  private volatile @Nullable MethodHandle handle;

  /** Makes a route that cannot run yet. */
  CallableRoute(RouteDeclaration declaration) {
    this.declaration = declaration;
    this.takesRequest = declaration.takesRequest();
  }

  RouteDeclaration declaration() {
    return declaration;
  }

  String name() {
    return declaration.name();
  }

  boolean takesRequest() {
    return takesRequest;
  }

  boolean isBound() {
    return handle != null;
  }

  /**
   * Binds the route to what it runs on; a second binding replaces the first.
   *
   * @param target an instance of the declaring class, or a proxy of one
   */
  void bind(Object target) {
    handle = handle(declaration.method(), target);
  }

  int invoke(RouteRun run) throws Throwable {
    MethodHandle bound = handle;
    if (bound == null) {
      throw new IllegalStateException(
          "route "
              + name()
              + " has no instance of "
              + declaration.owner().getName()
              + " yet; give the servlet a load-on-startup");
    }
    return (int) bound.invokeExact(run);
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
    return Objects.requireNonNull(ACCESSORS.get(parameter));
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
