package org.escapement.log;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Messages;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageBundle;

/** The messages of this package, whose levels are settings. */
@MessageBundle(projectCode = "ESC")
interface LogTexts {

  LogTexts TEXTS = Messages.getBundle(MethodHandles.lookup(), LogTexts.class);

  @Message(id = 2000, value = "%s: route %s took %d us, more than latency_limit_action=%d")
  String slowRoute(Object place, String route, long micros, int limit);

  @Message(id = 2001, value = "a database call took %d us, more than latency_limit_db=%d: %s")
  String slowQuery(long micros, int limit, String query);

  @Message(id = 2002, value = "route %s took %d us")
  String duration(String route, long micros);

  @Message(id = 2003, value = "%d lines of the log were lost on their way to %s")
  String linesLost(long lines, Object target);
}
