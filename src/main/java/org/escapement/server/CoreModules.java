package org.escapement.server;

import javax.annotation.PostConstruct;
import javax.enterprise.context.ApplicationScoped;
import javax.enterprise.inject.Produces;
import javax.inject.Inject;
import org.escapement.async.Async;
import org.escapement.async.AsyncModule;
import org.escapement.lock.LockModule;
import org.escapement.lock.LockSet;
import org.escapement.module.ProcessTable;
import org.escapement.routing.MessageRouting;
import org.escapement.suspend.SuspendModule;
import org.escapement.suspend.SuspendedRequests;

/** The modules that every application has, and what they give to whoever injects it. */
@ApplicationScoped
public class CoreModules {

  @Inject private Deployment deployment;
  @Inject private MessageRouting routing;

  private final LockModule locks = new LockModule();
  private SuspendModule suspend = new SuspendModule();
  private AsyncModule async = new AsyncModule(suspend);

  @PostConstruct
  void begin() {
    suspend = new SuspendModule(routing);
    async = new AsyncModule(suspend);
  }

  @Produces
  ProcessTable processes() {
    return deployment.processes();
  }

  @Produces
  SuspendModule suspendModule() {
    return suspend;
  }

  @Produces
  AsyncModule asyncModule() {
    return async;
  }

  @Produces
  LockModule lockModule() {
    return locks;
  }

  @Produces
  SuspendedRequests suspended() {
    return suspend.requests();
  }

  @Produces
  Async async() {
    return async.async();
  }

  @Produces
  LockSet lockSet() {
    return locks.locks();
  }
}
