package org.escapement.config;

import java.util.List;
import org.escapement.text.PlacedText;
import org.escapement.text.Position;
import org.jspecify.annotations.Nullable;

/** One statement outside of routes. */
public sealed interface Statement {

  /** Where it begins. */
  Position position();

  /**
   * {@code name = value} of a core parameter.
   *
   * @param name the parameter's main name, whatever alias was written
   */
  record Assignment(String name, Value value, Position position) implements Statement {}

  /**
   * {@code loadmodule "name"}.
   *
   * @param module name of the module, without folder and suffix
   * @param path as written
   * @param evaluated whether it was loadmodulex
   */
  record LoadModule(String module, Value path, boolean evaluated, Position position)
      implements Statement {}

  /**
   * {@code modparam("modules", "parameter", value)}.
   *
   * @param expression the modules as written: a regular expression that must match a whole name
   * @param modules the loaded modules that it matches, in the order in which they were loaded
   * @param value an {@link Value.Int} or a {@link Value.Text}
   * @param evaluated whether it was modparamx
   */
  record ModParam(
      PlacedText expression,
      List<String> modules,
      PlacedText parameter,
      Value value,
      boolean evaluated,
      Position position)
      implements Statement {

    /** Whether it sets a parameter of this module. */
    public boolean appliesTo(String module) {
      return modules.contains(module);
    }
  }

  /** {@code listen=…} or {@code socket={…}}; a list of addresses makes one each. */
  record Listen(ListenSpec spec, Position position) implements Statement {}

  /** {@code alias=…}; a list makes one each. */
  record Alias(SocketAddress address, Position position) implements Statement {}

  /**
   * A flag from {@code flags NAME:number, …}.
   *
   * @param number 0 to 31, or null to have one given
   * @param forAvps whether it stands in avpflags
   */
  record Flag(String name, @Nullable Integer number, boolean forAvps, Position position)
      implements Statement {}

  /**
   * A block of routing; what is in it is not read.
   *
   * @param kind such as {@code route}, {@code request_route} or {@code event_route}
   * @param name what stands in the brackets, or an empty text
   */
  record RouteBlock(String kind, String name, Position position) implements Statement {}

  /**
   * {@code group.name = value desc "…"}: a setting that belongs to the application.
   *
   * @param group may have an index, as in {@code group[1]}
   */
  record CustomParameter(
      String group, String name, Value value, @Nullable String description, Position position)
      implements Statement {}
}
