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
 * <p>The method is neither private nor static and takes, in any order and each at most once: {@link
 * RouteContext}; in a timer's route {@link org.escapement.timer.TimerContext} and {@link
 * javax.servlet.sip.SipServletRequest}, the synthetic request of the worker; in a message's route
 * {@link MessageContext}, {@link javax.servlet.sip.SipServletMessage}, {@link
 * javax.servlet.sip.SipServletRequest} (of a reply, the request that it answers) and {@link
 * javax.servlet.sip.SipServletResponse}. It returns {@code int} (below 0 ends a timer's run),
 * {@code boolean} (true is 1, false −1) or nothing (1). What it throws is logged and counted; the
 * timer goes on, and a request is answered with 500.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Route {

  /** The route's name, unique in the application. */
  String value();
}
