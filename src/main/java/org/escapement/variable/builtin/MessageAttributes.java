package org.escapement.variable.builtin;

import java.util.function.Supplier;
import javax.servlet.sip.SipServletMessage;
import org.escapement.message.OriginalRequest;
import org.escapement.variable.VariableContext;
import org.jspecify.annotations.Nullable;

/**
 * What variables keep on a message. A reply shares it with its request, as Kamailio's transactions
 * do.
 */
final class MessageAttributes<T> {

  private final String name;
  private final Class<T> type;
  private final Supplier<T> maker;

  MessageAttributes(Class<T> type, Supplier<T> maker) {
    this.name = type.getName();
    this.type = type;
    this.maker = maker;
  }

  /** What is kept, or null when there is no message or nothing was kept yet. */
  @Nullable T find(VariableContext context) {
    SipServletMessage keeper = keeper(context);
    return keeper == null ? null : type.cast(keeper.getAttribute(name));
  }

  /**
   * What is kept, made at need.
   *
   * @throws IllegalStateException if there is no message
   */
  T open(VariableContext context) {
    SipServletMessage keeper = keeper(context);
    if (keeper == null) {
      throw new IllegalStateException("there is no message to keep it on");
    }
    T present = type.cast(keeper.getAttribute(name));
    if (present == null) {
      present = maker.get();
      keeper.setAttribute(name, present);
    }
    return present;
  }

  private static @Nullable SipServletMessage keeper(VariableContext context) {
    SipServletMessage message = context.message();
    return message == null ? null : OriginalRequest.of(message);
  }
}
