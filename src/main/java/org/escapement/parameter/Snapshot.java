package org.escapement.parameter;

/**
 * All values at one moment: whoever reads several parameters that belong together reads them here.
 * Immutable.
 */
public final class Snapshot {

  private final Setting[] settings;

  Snapshot(Setting[] settings) {
    this.settings = settings;
  }

  /** What a parameter had at that moment. */
  public Setting of(Parameter parameter) {
    return settings[parameter.index()];
  }

  /** What an int had at that moment. */
  public int of(IntParameter parameter) {
    return settings[parameter.parameter().index()].number();
  }
}
