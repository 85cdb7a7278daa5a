package org.escapement.variable;

import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.LongSupplier;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletRequest;
import org.escapement.statistic.Statistics;
import org.escapement.variable.builtin.BuiltIn;
import org.escapement.variable.builtin.SystemVariables;
import org.escapement.variable.builtin.Version;

/** All that is built in, on fakes: an INVITE, a timer's worker, and a time that stands. */
final class Fixture {

  /** Sat Nov 21 08:20:45 2026. */
  static final long TIME = 1_795_249_245_122_907L;

  private static final Map<String, Object> SETTINGS =
      Map.of("core.debug", 2, "caller.limit", 30L, "caller.realm", "example.com");

  final Statistics statistics = new Statistics();
  final BuiltIn builtIn =
      new BuiltIn(
          new SystemVariables(
              (group, name) -> {
                Object value = SETTINGS.get(group + '.' + name);
                return value == null ? null : () -> value;
              },
              Map.of("WITH_NAT", "yes")::get,
              Map.of("HOME", "/root")::get,
              new Version("1.2.3", "d151ce2")),
          statistics,
          ZoneOffset.UTC);
  final FakeTimer timer = new FakeTimer();
  final SipServletRequest invite = FakeMessages.invite();

  long now = TIME;
  Variables variables = with(ExpansionLimits.DEFAULT, CacheLimits.DEFAULT);

  Variables with(ExpansionLimits expansion, CacheLimits caching) {
    LongSupplier clock = () -> now;
    return new Variables(builtIn.catalogue(), () -> expansion, () -> caching, clock);
  }

  VariableContext inMessage() {
    return variables.of(invite);
  }

  VariableContext inReply() {
    return variables.of((SipServletMessage) FakeMessages.busy(invite));
  }

  VariableContext inTimer() {
    return variables.of(timer.context());
  }
}
