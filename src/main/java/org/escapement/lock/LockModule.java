package org.escapement.lock;

import java.time.Duration;
import java.util.List;
import org.escapement.module.Module;
import org.escapement.module.ModuleContext;
import org.escapement.module.Parameter;
import org.escapement.route.RouteFunction;
import org.escapement.statistic.Statistics;
import org.jspecify.annotations.Nullable;

/** The locks of Kamailio's {@code cfgutils}. Part of every application. */
public final class LockModule implements Module {

  private static final int MOST = 65_536;

  private int size;
  private Duration longest = Duration.ZERO;
  private volatile @Nullable LockSet locks;

  @Override
  public String name() {
    return "cfgutils";
  }

  @Override
  public boolean implicit() {
    return true;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Int(
            "lock_set_size",
            "number of locks; keys are spread over them",
            256,
            1,
            MOST,
            value -> size = (int) value),
        new Parameter.Int(
            "lock_timeout",
            "seconds that lock waits at most",
            30,
            1,
            3_600,
            value -> longest = Duration.ofSeconds(value)));
  }

  @Override
  public int modInit(ModuleContext context) {
    LockSet made = new LockSet(size, longest);
    locks = made;
    context.routes().onRouteEnd(route -> release(made, route));
    return 0;
  }

  private static void release(LockSet locks, String route) {
    int left = locks.releaseAll();
    if (left > 0) {
      LockLog.LOG.leftBehind(route, left);
    }
  }

  @Override
  public List<RouteFunction> functions() {
    return List.of(
        function("lock", "KEY: waits for the lock of the key", key -> locks().lock(key)),
        function("trylock", "KEY: takes the lock if it is free", key -> locks().tryLock(key)),
        function("unlock", "KEY: gives the lock back", key -> locks().unlock(key)));
  }

  private interface Use {
    boolean of(String key);
  }

  private static RouteFunction function(String name, String help, Use use) {
    return new RouteFunction(name, 1, 1, help, (request, given) -> use.of(given.get(0)) ? 1 : -1);
  }

  @Override
  public void statistics(Statistics statistics) {
    statistics.gauge("cfgutils", "locks_held", "Locks held now", () -> locks().holds());
    statistics.gauge(
        "cfgutils",
        "locks_left_behind",
        "Locks given back because a route ended that held them",
        () -> locks().leftBehind());
    statistics.gauge(
        "cfgutils", "lock_timeouts", "Locks that were not free in time", () -> locks().timedOut());
  }

  /**
   * The locks by key.
   *
   * @throws IllegalStateException before the module is initialised
   */
  public LockSet locks() {
    LockSet present = locks;
    if (present == null) {
      throw new IllegalStateException("the locks are not there before cfgutils is initialised");
    }
    return present;
  }
}
