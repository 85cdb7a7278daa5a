package org.escapement.server;

import java.util.List;
import javax.annotation.PostConstruct;
import javax.annotation.Resource;
import javax.ejb.ConcurrencyManagement;
import javax.ejb.ConcurrencyManagementType;
import javax.ejb.Local;
import javax.ejb.Singleton;
import javax.ejb.Startup;
import javax.ejb.TransactionManagement;
import javax.ejb.TransactionManagementType;
import javax.enterprise.concurrent.ManagedScheduledExecutorService;
import javax.enterprise.concurrent.ManagedThreadFactory;
import javax.inject.Inject;
import org.escapement.timer.RouteTimers;
import org.escapement.timer.TimerControl;
import org.escapement.timer.TimerFaultException;

/**
 * Makes the timers at deployment; the bean behind every injected or looked-up {@link RouteTimers}.
 */
@Singleton(name = "RouteTimers")
@Startup
@Local(RouteTimers.class)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class RouteTimersBean implements RouteTimers {

  @Resource private ManagedThreadFactory threads;
  @Resource private ManagedScheduledExecutorService executor;
  @Inject private Deployment deployment;

  @PostConstruct
  void start() {
    deployment.prepare(new ManagedThreads(threads, executor));
  }

  @Override
  public List<TimerControl> list() {
    return deployment.timers().list();
  }

  @Override
  public TimerControl timer(String name) {
    try {
      return deployment.timers().timer(name);
    } catch (TimerFaultException e) {
      throw new ApplicationTimerFault(e);
    }
  }
}
