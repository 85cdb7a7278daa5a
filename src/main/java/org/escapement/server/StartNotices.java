package org.escapement.server;

import java.util.Set;
import org.escapement.config.Configuration;
import org.escapement.config.Notice;
import org.escapement.config.RouteBlocks;
import org.escapement.config.Severity;
import org.escapement.parameter.CoreParameters;
import org.escapement.parameter.NoEffects;

/** Says in the log what an operator should know of the configuration. */
final class StartNotices {

  private StartNotices() {}

  /**
   * Says it.
   *
   * @param routes the names of all routes
   */
  static void tell(Configuration configuration, CoreParameters core, Set<String> routes) {
    configuration.notices().forEach(StartNotices::tell);
    new NoEffects(core).notices().forEach(StartNotices::tell);
    new RouteBlocks(configuration).notices(routes).forEach(StartNotices::tell);
  }

  /** Says one thing. */
  static void tell(Notice notice) {
    if (notice.severity() == Severity.WARNING) {
      ServerLog.LOG.warning(notice.toString());
    } else {
      ServerLog.LOG.notice(notice.toString());
    }
  }
}
