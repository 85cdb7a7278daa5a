package org.escapement.parameter;

import static org.escapement.parameter.ParameterLog.LOG;

/** Tells operators of a change while the server runs, and when it does not act by itself. */
final class ChangeReport {

  private ChangeReport() {}

  /**
   * Tells it.
   *
   * @param before the text that the parameter had
   */
  static void tell(Parameter parameter, String before, Setting after) {
    if (before.equals(after.text())) {
      return;
    }
    LOG.changed(parameter, before, after.text(), after.origin());
    switch (parameter.definition().layer()) {
      case NONE -> LOG.changedInVain(parameter, parameter.definition().effect());
      case SERVER -> LOG.serverKeeps(parameter, before);
      default -> {}
    }
  }
}
