package org.escapement.queue;

import java.util.List;
import java.util.regex.Pattern;
import org.escapement.text.Attributes;
import org.escapement.text.Attributes.Attribute;
import org.escapement.text.PlacedText;
import org.escapement.text.Position;
import org.escapement.text.Problems;
import org.jspecify.annotations.Nullable;

/** Reads {@code name=…;size=…;addmode=…;dbmode=…}. */
final class QueueDefinitionReader {

  private static final List<String> KNOWN = List.of("name", "size", "addmode", "dbmode");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]+");
  private static final int LAST_MODE = 2;
  private static final int LAST_DB_MODE = 3;

  private QueueDefinitionReader() {}

  /**
   * The definition, or null when something is wrong with it, which has been reported.
   *
   * @param storage is told of a queue that should be kept in a database
   */
  static @Nullable QueueDefinition read(PlacedText text, Storage storage, Problems problems) {
    int before = problems.list().size();
    Attributes attributes = Attributes.parse(text, KNOWN, problems);
    Attribute name = attributes.find("name").orElse(null);
    if (name == null) {
      problems.add(text.position(), "a queue without a name", "add name=…");
    } else {
      checkName(name.value(), name.position(), problems);
    }
    int size = number(attributes, "size", QueueDefinition.MOST, problems);
    int mode = number(attributes, "addmode", LAST_MODE, problems);
    if (number(attributes, "dbmode", LAST_DB_MODE, problems) > 0 && name != null) {
      storage.asked("dbmode of queue " + name.value());
    }
    return name == null || problems.list().size() > before
        ? null
        : new QueueDefinition(name.value(), QueueDefinition.sizeOf(size), AddMode.of(mode));
  }

  /** Whether a name can be part of a statistic's; if not, that is reported. */
  static boolean checkName(String name, Position position, Problems problems) {
    boolean sound = NAME.matcher(name).matches();
    if (!sound) {
      problems.add(
          position, "'" + name + "' is no name of a queue", "use letters, digits and _ . - only");
    }
    return sound;
  }

  private static int number(Attributes attributes, String name, int most, Problems problems) {
    Attribute attribute = attributes.find(name).orElse(null);
    if (attribute == null) {
      return 0;
    }
    try {
      int number = Integer.parseInt(attribute.value());
      if (number >= 0 && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // reported below, as a number out of range is
    }
    problems.add(
        attribute.position(),
        "'" + attribute.value() + "' is no " + name + " of a queue",
        "write a whole number from 0 to " + most);
    return 0;
  }
}
