package org.escapement.variable.builtin;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.escapement.text.PlacedText;
import org.escapement.variable.Access;
import org.escapement.variable.PseudoVariable;

/** The time, as this run began or as it is now. */
public final class TimeVariables {

  private static final long MICROS = 1_000_000;
  private static final Strftime CTIME = Strftime.of("%a %b %e %H:%M:%S %Y");

  private final ZoneId zone;

  /**
   * @param zone of local times
   */
  public TimeVariables(ZoneId zone) {
    this.zone = zone;
  }

  /** All of them. */
  public List<PseudoVariable> all() {
    return List.of(
        PseudoVariable.number(
            "TS", "Seconds since 1970, as the run began", c -> c.runMicros() / MICROS),
        PseudoVariable.number("Ts", "The same as $TS", c -> c.runMicros() / MICROS),
        PseudoVariable.keyed(
            "TV",
            "Time since 1970. As the run began: s seconds, u the microseconds beside them. Now: sn,"
                + " un the same, Sn both as s.u",
            values()),
        PseudoVariable.text(
            "Tf", "Local time as the run began", c -> CTIME.format(at(c.runMicros(), zone))),
        PseudoVariable.text("TF", "Local time now", c -> CTIME.format(at(c.nowMicros(), zone))),
        formatted("timef", "Local time now, in a format of strftime", zone),
        formatted("utimef", "Time now in UTC, in a format of strftime", ZoneOffset.UTC),
        PseudoVariable.keyed("time", "A part of the local time as the run began", parts(zone)),
        PseudoVariable.keyed(
            "utime", "A part of the time in UTC as the run began", parts(ZoneOffset.UTC)));
  }

  private static Map<String, Access> values() {
    Map<String, Access> values = new LinkedHashMap<>();
    values.put("s", (context, out) -> out.set(context.runMicros() / MICROS));
    values.put("u", (context, out) -> out.set(context.runMicros() % MICROS));
    values.put("sn", (context, out) -> out.set(context.nowMicros() / MICROS));
    values.put("un", (context, out) -> out.set(context.nowMicros() % MICROS));
    values.put("Sn", (context, out) -> out.set(both(context.nowMicros())));
    return values;
  }

  private static String both(long micros) {
    return micros / MICROS + "." + Long.toString(MICROS + micros % MICROS).substring(1);
  }

  private static ZonedDateTime at(long micros, ZoneId zone) {
    return Instant.ofEpochSecond(micros / MICROS, micros % MICROS * 1000).atZone(zone);
  }

  private static PseudoVariable formatted(String name, String help, ZoneId zone) {
    return new PseudoVariable.Simple(
        name,
        help,
        (use, problems) -> {
          use.refuseIndex(problems);
          PlacedText format = use.needParameter("format", problems);
          if (format == null) {
            return PseudoVariable.Simple.NOTHING;
          }
          Strftime read = Strftime.read(format, problems);
          return (context, out) -> out.set(read.format(at(context.nowMicros(), zone)));
        });
  }

  private static Map<String, Access> parts(ZoneId zone) {
    Map<String, Access> parts = new LinkedHashMap<>();
    parts.put("sec", part(zone, ZonedDateTime::getSecond));
    parts.put("min", part(zone, ZonedDateTime::getMinute));
    parts.put("hour", part(zone, ZonedDateTime::getHour));
    parts.put("mday", part(zone, ZonedDateTime::getDayOfMonth));
    parts.put("mon", part(zone, ZonedDateTime::getMonthValue));
    parts.put("year", part(zone, ZonedDateTime::getYear));
    parts.put("wday", part(zone, time -> time.getDayOfWeek().getValue() % 7 + 1));
    parts.put("yday", part(zone, ZonedDateTime::getDayOfYear));
    parts.put(
        "isdst", part(zone, time -> zone.getRules().isDaylightSavings(time.toInstant()) ? 1 : 0));
    return parts;
  }

  private static Access part(ZoneId zone, ToLongFunction<ZonedDateTime> part) {
    return (context, out) -> out.set(part.applyAsLong(at(context.runMicros(), zone)));
  }
}
