package org.escapement.route;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method of a SIP servlet or CDI bean a route, as {@code route[NAME]} is one in
 * kamailio.cfg.
 *
 * <p>The method is neither private nor static and takes, in any order and each at most once, {@link
 * org.escapement.timer.TimerContext}, {@link javax.servlet.sip.SipServletRequest} (the synthetic
 * request of the worker) and {@link RouteContext}. It returns {@code int} (below 0 ends the timer's
 * run), {@code boolean} (true is 1, false −1) or nothing (1). What it throws is logged and counted;
 * the timer goes on.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Route {

  /** The route's name, unique in the application. */
  String value();
}
