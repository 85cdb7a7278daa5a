package org.escapement.it;

import java.util.concurrent.CountDownLatch;
import javax.enterprise.context.ApplicationScoped;
import org.escapement.module.Module;
import org.escapement.module.ModuleContext;
import org.escapement.module.Rank;

/**
 * Three modules that note each call in a system property, which outlives the application, as {@code
 * module call thread}.
 */
public final class LifeModules {

  static final String NOTES = "it.life";

  private LifeModules() {}

  static synchronized void note(String module, String call) {
    String before = System.getProperty(NOTES, "");
    System.setProperty(
        NOTES, before + module + ' ' + call + ' ' + Thread.currentThread().getId() + '\n');
  }

  /** Notes; is nothing by itself. */
  private abstract static class Noting implements Module {
    @Override
    public int modInit(ModuleContext context) {
      note(name(), "modInit");
      return 0;
    }

    @Override
    public int childInit(int rank) {
      note(name(), "childInit(" + Rank.text(rank) + ')');
      return 0;
    }

    @Override
    public void destroy() {
      note(name(), "destroy");
    }
  }

  /** The first that is loaded. */
  @ApplicationScoped
  public static class First extends Noting {
    @Override
    public int modInit(ModuleContext context) {
      System.clearProperty(NOTES);
      return super.modInit(context);
    }

    @Override
    public String name() {
      return "first";
    }
  }

  /** Has two workers, which end with the application. */
  @ApplicationScoped
  public static class Second extends Noting {
    private final CountDownLatch never = new CountDownLatch(1);
    private ModuleContext context;

    @Override
    public String name() {
      return "second";
    }

    @Override
    public int modInit(ModuleContext given) {
      context = given;
      given.registerProcesses(2);
      return super.modInit(given);
    }

    @Override
    public int childInit(int rank) {
      super.childInit(rank);
      if (rank == Rank.PROC_INIT) {
        note(name(), "processCount=" + context.processCount());
      }
      if (rank == Rank.PROC_MAIN) {
        context.forkProcess(1, "worker one", this::work);
        context.forkProcess(2, "worker two", this::work);
      }
      return 0;
    }

    private void work() {
      note(name(), "task");
      try {
        never.await();
      } catch (InterruptedException e) {
        note(name(), "interrupted");
      }
    }
  }

  /** The last that is loaded. */
  @ApplicationScoped
  public static class Third extends Noting {
    @Override
    public String name() {
      return "third";
    }
  }

  /** Cannot be initialised in worker two. */
  @ApplicationScoped
  public static class Failing extends Noting {
    @Override
    public String name() {
      return "failing";
    }

    @Override
    public int childInit(int rank) {
      super.childInit(rank);
      return rank == 2 ? -7 : 0;
    }
  }
}
