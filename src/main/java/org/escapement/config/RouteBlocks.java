package org.escapement.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.escapement.config.Statement.RouteBlock;

/**
 * Says what becomes of the routes that a configuration writes in Kamailio's language, which is not
 * run.
 */
public final class RouteBlocks {

  private static final int MOST = 40;

  private final List<RouteBlock> blocks;

  public RouteBlocks(Configuration configuration) {
    this.blocks = configuration.statements(RouteBlock.class).toList();
  }

  /** For a configuration alone: one notice, or none when it has no routes. */
  public List<Notice> notices() {
    return notice(
        blocks,
        "not run here",
        "write it as a Java method with @Route(\"NAME\"); see docs/coming-from-kamailio.md");
  }

  /**
   * For an application: a notice for the routes that it has in Java, and one for the others.
   *
   * @param java names of the application's routes
   */
  public List<Notice> notices(Set<String> java) {
    List<RouteBlock> there = blocks.stream().filter(b -> java.contains(javaName(b))).toList();
    List<RouteBlock> missing = blocks.stream().filter(b -> !java.contains(javaName(b))).toList();
    List<Notice> notices = new ArrayList<>();
    notices.addAll(notice(there, "a Java route of that name runs in its place", "keep them alike"));
    notices.addAll(
        notice(missing, "no Java route of that name; not run", "write one with @Route(\"NAME\")"));
    return notices;
  }

  /** The name that a Java route has in place of a block: what is in the brackets, or the kind. */
  private static String javaName(RouteBlock block) {
    return block.name().isEmpty() ? block.kind() : block.name();
  }

  private static List<Notice> notice(List<RouteBlock> blocks, String what, String advice) {
    if (blocks.isEmpty()) {
      return List.of();
    }
    String names =
        blocks.stream().limit(MOST).map(RouteBlocks::written).collect(Collectors.joining(", "));
    int more = blocks.size() - MOST;
    return List.of(
        new Notice(
            Severity.NOTICE,
            blocks.get(0).position(),
            names + (more > 0 ? " and " + more + " more: " : ": ") + what,
            advice));
  }

  private static String written(RouteBlock block) {
    return block.name().isEmpty() ? block.kind() : block.kind() + '[' + block.name() + ']';
  }
}
