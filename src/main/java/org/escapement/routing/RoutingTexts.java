package org.escapement.routing;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Messages;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageBundle;
import org.jspecify.annotations.Nullable;

/** The messages of this package whose levels are settings. */
@MessageBundle(projectCode = "ESC")
interface RoutingTexts {

  RoutingTexts TEXTS = Messages.getBundle(MethodHandles.lookup(), RoutingTexts.class);

  @Message(id = 2110, value = "Message %s of call %s from %s is malformed: %s")
  String malformed(String method, @Nullable String callId, @Nullable String sender, String why);

  @Message(id = 2111, value = "Request %s of call %s from %s is refused: %s")
  String refused(String method, @Nullable String callId, @Nullable String sender, String why);

  @Message(id = 2112, value = "Reply %d of call %s from %s is dropped: %s")
  String dropped(int status, @Nullable String callId, @Nullable String sender, String why);
}
