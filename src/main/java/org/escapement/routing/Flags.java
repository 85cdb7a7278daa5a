package org.escapement.routing;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javax.servlet.sip.SipServletMessage;
import org.escapement.config.Statement.Flag;
import org.escapement.text.Nearest;
import org.escapement.text.Problems;

/**
 * The flags of messages, 0 to 31, and their names from {@code flags}. They are kept as an attribute
 * of the message, so they live as long as it does. Thread-safe.
 */
final class Flags {

  static final int COUNT = 32;

  /** Holds the bits as an Integer. */
  static final String ATTRIBUTE = "org.escapement.flags";

  private final Map<String, Integer> numbers = new HashMap<>();

  /**
   * Takes the names. A flag without a number gets the highest one that is free.
   *
   * @param problems is told of numbers or names that were given twice, and of too many
   */
  Flags(Collection<Flag> flags, Problems problems) {
    int taken = 0;
    for (Flag flag : flags) {
      Integer number = flag.number();
      if (!flag.forAvps() && number != null) {
        if ((taken & 1 << number) != 0) {
          problems.add(
              flag.position(), "flag " + number + " has two names", "give one another number");
        }
        taken |= 1 << number;
        name(flag, number, problems);
      }
    }
    for (Flag flag : flags) {
      if (!flag.forAvps() && flag.number() == null) {
        int number = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(~taken);
        if (number < 0) {
          problems.add(flag.position(), "there are more than 32 flags", "take some out");
          return;
        }
        taken |= 1 << number;
        name(flag, number, problems);
      }
    }
  }

  private void name(Flag flag, int number, Problems problems) {
    if (numbers.putIfAbsent(flag.name(), number) != null) {
      problems.add(
          flag.position(), "there are two flags named " + flag.name(), "rename one of them");
    }
  }

  /**
   * The number of a flag.
   *
   * @throws IllegalArgumentException if it is neither a name nor a number from 0 to 31
   */
  int number(String flag) {
    Integer number = numbers.get(flag);
    if (number != null) {
      return number;
    }
    if (flag.matches("[0-9]{1,2}")) {
      return check(Integer.parseInt(flag));
    }
    throw new IllegalArgumentException(
        "no flag '" + flag + "'; " + Nearest.advice("flag", flag, numbers.keySet()));
  }

  private static int check(int flag) {
    if (flag < 0 || flag >= COUNT) {
      throw new IllegalArgumentException("flag " + flag + " is not in 0 to " + (COUNT - 1));
    }
    return flag;
  }

  static void set(SipServletMessage message, int flag) {
    message.setAttribute(ATTRIBUTE, bits(message) | 1 << check(flag));
  }

  static void reset(SipServletMessage message, int flag) {
    message.setAttribute(ATTRIBUTE, bits(message) & ~(1 << check(flag)));
  }

  static boolean isSet(SipServletMessage message, int flag) {
    return (bits(message) & 1 << check(flag)) != 0;
  }

  private static int bits(SipServletMessage message) {
    return message.getAttribute(ATTRIBUTE) instanceof Integer bits ? bits : 0;
  }
}
