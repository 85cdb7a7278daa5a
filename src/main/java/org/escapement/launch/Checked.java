package org.escapement.launch;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.escapement.config.Configuration;
import org.escapement.config.Notice;
import org.escapement.parameter.CoreParameters;
import org.escapement.text.Position;
import org.escapement.text.Problem;

/**
 * What the check of a configuration found.
 *
 * @param configuration what could be read of it
 * @param parameters as it sets them
 */
record Checked(
    Path file,
    Configuration configuration,
    CoreParameters parameters,
    List<Notice> notices,
    List<Problem> problems) {

  Checked {
    notices = List.copyOf(notices);
    problems = List.copyOf(problems);
  }

  boolean sound() {
    return problems.isEmpty();
  }

  /** For programs. */
  String toJson() {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("file", file.toString());
    result.put("sound", sound());
    result.put("problems", problems.stream().map(Checked::problem).toList());
    result.put("notices", notices.stream().map(Checked::notice).toList());
    return Json.write(result);
  }

  private static Map<String, Object> problem(Problem problem) {
    return placed(problem.position(), problem.what(), problem.advice());
  }

  private static Map<String, Object> notice(Notice notice) {
    Map<String, Object> result = placed(notice.position(), notice.what(), notice.advice());
    result.put("severity", notice.severity().name().toLowerCase(Locale.ROOT));
    return result;
  }

  private static Map<String, Object> placed(Position position, String what, String advice) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("file", position.source());
    result.put("line", position.line());
    result.put("column", position.column());
    result.put("what", what);
    result.put("advice", advice);
    return result;
  }
}
