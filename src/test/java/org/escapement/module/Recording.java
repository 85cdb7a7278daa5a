package org.escapement.module;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Modules that note what is called on them, in which thread; what else they do is a hook. */
final class Recording {

  /** What a module does beyond taking the note. */
  interface Hook {
    int run(ModuleContext context, int rank) throws Exception;
  }

  /** {@code thread: module.call}, in the order of the calls. */
  final List<String> calls = Collections.synchronizedList(new ArrayList<>());

  /** The calls of one thread, without its name. */
  List<String> of(String thread) {
    synchronized (calls) {
      return calls.stream()
          .filter(call -> call.startsWith(thread + ": "))
          .map(call -> call.substring(thread.length() + 2))
          .toList();
    }
  }

  void note(String what) {
    calls.add(Thread.currentThread().getName() + ": " + what);
  }

  Recorded module(String name) {
    return new Recorded(name);
  }

  /** A module that takes notes. */
  final class Recorded implements Module {
    private final String name;
    private Hook modInit = (context, rank) -> 0;
    private Hook childInit = (context, rank) -> 0;
    private Runnable destroy = () -> {};
    private ModuleContext context;

    Recorded(String name) {
      this.name = name;
    }

    Recorded onModInit(Hook hook) {
      modInit = hook;
      return this;
    }

    Recorded onChildInit(Hook hook) {
      childInit = hook;
      return this;
    }

    Recorded onDestroy(Runnable hook) {
      destroy = hook;
      return this;
    }

    /** Registers workers, and starts them when that is allowed. */
    Recorded forking(int... ranks) {
      onModInit(
          (given, rank) -> {
            given.registerProcesses(ranks.length);
            return 0;
          });
      return onChildInit(
          (given, rank) -> {
            if (rank == Rank.PROC_MAIN) {
              for (int i = 0; i < ranks.length; i++) {
                given.forkProcess(ranks[i], name + '-' + i, () -> note("task"));
              }
            }
            return 0;
          });
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public int modInit(ModuleContext given) throws Exception {
      context = given;
      note(name + ".modInit");
      return modInit.run(given, 0);
    }

    @Override
    public int childInit(int rank) throws Exception {
      note(name + ".childInit(" + Rank.text(rank) + ')');
      return childInit.run(context, rank);
    }

    @Override
    public void destroy() {
      note(name + ".destroy");
      destroy.run();
    }
  }
}
