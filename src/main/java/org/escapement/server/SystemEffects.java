package org.escapement.server;

import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.escapement.config.SocketAddress;
import org.escapement.parameter.CoreParameters;
import org.escapement.parameter.Parameter;
import org.escapement.system.Folders;
import org.escapement.system.FreeBind;
import org.escapement.system.JvmOptions;
import org.escapement.system.JvmSettings;
import org.escapement.system.OpenFiles;
import org.escapement.system.ProcessIdentity;
import org.escapement.system.ProcessMemory;
import org.escapement.system.ReverseNames;
import org.escapement.text.Position;
import org.escapement.text.Problems;

/** What the core parameters ask of the operating system and the JVM. */
final class SystemEffects {

  /** The start must not wait long for a name service that does not answer. */
  private static final Duration NAMES_LIMIT = Duration.ofSeconds(1);

  private final CoreParameters core;

  SystemEffects(CoreParameters core) {
    this.core = core;
  }

  /** Looks at the folders; those that cannot be used are problems. */
  void checkFolders(Problems problems) {
    Parameter workdir = core.get("workdir");
    try {
      Folders folders = new Folders(workdir.text());
      ifSet("rundir", rundir -> ServerLog.LOG.rundir(folders.rundir(rundir.text()).toString()));
    } catch (IllegalArgumentException e) {
      problems.add(
          (workdir.isSet() ? workdir : core.get("rundir")).origin().position(),
          String.valueOf(e.getMessage()),
          "see workdir and rundir");
    }
  }

  /** Applies what can be applied, and warns of what is otherwise than asked for. */
  void apply() {
    ifSet("open_files_limit", limit -> new OpenFiles().require(limit.setting().number()));
    if (core.bool("mlock_pages")) {
      new ProcessMemory().lock();
    }
    if (core.bool("disable_core_dump")) {
      new ProcessMemory().disableCoreDump();
    }
    if (core.bool("ip_free_bind")) {
      new FreeBind().require();
    }
    JvmSettings jvm = new JvmSettings();
    ifSet("shm_mem_size", size -> jvm.requireHeap(JvmOptions.heap(size.setting().number())));
    if (core.bool("shm_force_alloc")) {
      jvm.requirePreTouch();
    }
    compareIdentity();
  }

  private void compareIdentity() {
    try {
      ProcessIdentity process = ProcessIdentity.ofProcess();
      ifSet("user", user -> process.requireUser(user.text()));
      ifSet("group", group -> process.requireGroup(group.text()));
      ifSet("chroot", root -> process.requireRoot(root.text()));
    } catch (IOException | UnsupportedOperationException e) {
      ServerLog.LOG.identityUnknown(e.toString());
    }
  }

  private void ifSet(String name, Consumer<Parameter> effect) {
    Parameter parameter = core.get(name);
    if (parameter.isSet() && !parameter.text().isEmpty()) {
      effect.accept(parameter);
    }
  }

  /** The names of this host's own addresses, when auto_aliases is on. */
  List<SocketAddress> ownNames(Executor executor) {
    if (!core.bool("auto_aliases")) {
      return List.of();
    }
    try {
      return new ReverseNames(executor, NAMES_LIMIT)
          .of(ReverseNames.ownAddresses()).stream()
              .map(name -> new SocketAddress(null, name, null, Position.of("auto_aliases")))
              .toList();
    } catch (SocketException e) {
      ServerLog.LOG.addressesUnknown(e.toString());
      return List.of();
    }
  }
}
