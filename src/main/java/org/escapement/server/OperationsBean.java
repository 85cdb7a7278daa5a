package org.escapement.server;

import javax.annotation.PostConstruct;
import javax.annotation.Resource;
import javax.ejb.ConcurrencyManagement;
import javax.ejb.ConcurrencyManagementType;
import javax.ejb.DependsOn;
import javax.ejb.Singleton;
import javax.ejb.Startup;
import javax.ejb.TransactionManagement;
import javax.ejb.TransactionManagementType;
import javax.enterprise.concurrent.ManagedScheduledExecutorService;
import javax.inject.Inject;

/** Begins the {@link Watch} once the timers are there. */
@Singleton
@Startup
@DependsOn("RouteTimers")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class OperationsBean {

  @Resource private ManagedScheduledExecutorService executor;

  @Resource(lookup = "java:app/AppName")
  private String application;

  @Inject private Watch watch;

  @PostConstruct
  void start() {
    watch.start(executor, application);
  }
}
