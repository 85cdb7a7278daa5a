package org.escapement.parameter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.escapement.config.CoreParameter;
import org.jspecify.annotations.Nullable;

/**
 * Holds all parameters and what they have now. Readers take the present snapshot; writers exclude
 * each other, publish one new snapshot for all that they change, and then tell the observers, in
 * the order of the changes.
 */
final class Store {

  /** Bounds what instances of groups may take. */
  private static final int MOST = 10_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Parameter> byKey = new ConcurrentHashMap<>();
  private final List<Parameter> all = new CopyOnWriteArrayList<>();
  private final Map<Parameter, List<Consumer<Change>>> observers = new ConcurrentHashMap<>();
  private volatile Snapshot snapshot = new Snapshot(new Setting[0]);

  Snapshot snapshot() {
    return snapshot;
  }

  /** All, in the order in which they were added. */
  List<Parameter> all() {
    return all;
  }

  @Nullable Parameter find(String group, String name) {
    return byKey.get(key(group, name));
  }

  private static String key(String group, String name) {
    return group + '.' + name;
  }

  /** What adds a parameter. */
  interface Factory {
    Parameter at(int index);
  }

  /**
   * Adds a parameter, under its aliases too.
   *
   * @throws IllegalStateException if there are too many
   */
  Parameter add(Factory factory) {
    lock.lock();
    try {
      if (all.size() == MOST) {
        throw new IllegalStateException("there are " + MOST + " parameters already");
      }
      Parameter parameter = factory.at(all.size());
      all.add(parameter);
      name(parameter);
      publish();
      return parameter;
    } finally {
      lock.unlock();
    }
  }

  /** Makes a parameter known by its names. */
  void name(Parameter parameter) {
    CoreParameter definition = parameter.definition();
    byKey.put(key(parameter.group(), definition.name()), parameter);
    definition.aliases().forEach(a -> byKey.put(key(parameter.group(), a), parameter));
  }

  /** Forgets a parameter's names; it keeps its place for the time when they come again. */
  void unname(Parameter parameter) {
    byKey.values().removeIf(p -> p == parameter);
  }

  /**
   * Runs changes of what sources say, publishes what follows from them, and tells the observers.
   */
  void change(Runnable changes) {
    lock.lock();
    try {
      Snapshot before = snapshot;
      changes.run();
      publish();
      changed(before, snapshot).forEach(this::tell);
    } finally {
      lock.unlock();
    }
  }

  private void publish() {
    snapshot = new Snapshot(all.stream().map(Parameter::effective).toArray(Setting[]::new));
  }

  private List<Change> changed(Snapshot before, Snapshot after) {
    List<Change> changes = new ArrayList<>();
    for (Parameter parameter : all) {
      Setting old = before.of(parameter);
      Setting now = after.of(parameter);
      if (!now.sameValue(old)) {
        changes.add(new Change(parameter, old, now));
      }
    }
    return changes;
  }

  private void tell(Change change) {
    for (Consumer<Change> observer : observers.getOrDefault(change.parameter(), List.of())) {
      try {
        observer.accept(change);
      } catch (RuntimeException e) { // one observer's fault must not keep the others ignorant
        ParameterLog.LOG.observerFailed(change.parameter(), e);
      }
    }
  }

  /** Has an observer told of changes until it is closed. */
  Observation observe(Parameter parameter, Consumer<Change> observer) {
    List<Consumer<Change>> list =
        observers.computeIfAbsent(parameter, p -> new CopyOnWriteArrayList<>());
    list.add(observer);
    return () -> list.remove(observer);
  }

  /** Groups in the order in which they came, each with its parameters. */
  Map<String, List<Parameter>> groups() {
    Map<String, List<Parameter>> groups = new LinkedHashMap<>();
    for (Parameter parameter : all) {
      if (find(parameter.group(), parameter.name()) == parameter) {
        groups.computeIfAbsent(parameter.group(), g -> new ArrayList<>()).add(parameter);
      }
    }
    return groups;
  }
}
