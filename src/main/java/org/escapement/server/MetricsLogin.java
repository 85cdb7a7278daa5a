package org.escapement.server;

import javax.inject.Inject;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.message.AuthException;
import javax.security.auth.message.config.AuthConfigFactory;
import javax.security.auth.message.config.AuthConfigProvider;
import javax.security.auth.message.config.ClientAuthConfig;
import javax.security.auth.message.config.RegistrationListener;
import javax.security.auth.message.config.ServerAuthConfig;
import javax.servlet.ServletContextEvent;
import javax.servlet.ServletContextListener;
import javax.servlet.annotation.WebListener;
import org.escapement.login.Login;
import org.escapement.rpc.BasicAuthentication;
import org.jspecify.annotations.Nullable;

/**
 * Puts {@code /metrics}, which is the server's own application, behind the log-in of the console,
 * by Jakarta Authentication (JSR 196). Of several applications with Escapement in one server, the
 * first guards it; when it ends, another follows.
 */
@WebListener
public class MetricsLogin implements ServletContextListener, AuthConfigProvider {

  private static final String LAYER = "HttpServlet";
  private static final String PATH = " /metrics";
  private static final String DESCRIPTION = "the log-in of Escapement";

  @Inject private Login login;

  private final RegistrationListener changed = (layer, context) -> register();
  private String page = PATH;
  private @Nullable String registration;
  private boolean ended;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    page = event.getServletContext().getVirtualServerName() + PATH;
    register();
  }

  private synchronized void register() {
    AuthConfigFactory factory = AuthConfigFactory.getFactory();
    AuthConfigProvider present = factory.getConfigProvider(LAYER, page, changed);
    if (present == null && !ended) {
      registration = factory.registerConfigProvider(this, LAYER, page, DESCRIPTION);
    }
  }

  @Override
  public synchronized void contextDestroyed(ServletContextEvent event) {
    ended = true;
    AuthConfigFactory factory = AuthConfigFactory.getFactory();
    factory.detachListener(changed, LAYER, page);
    if (registration != null) {
      factory.removeRegistration(registration);
    }
  }

  @Override
  public ServerAuthConfig getServerAuthConfig(
      String layer, String context, CallbackHandler container) {
    return new PageLogin(new BasicAuthentication(login), layer, context, container);
  }

  @Override
  public ClientAuthConfig getClientAuthConfig(
      String layer, String context, CallbackHandler container) throws AuthException {
    throw new AuthException("this provider is for servers");
  }

  @Override
  public void refresh() {
    // Nothing is kept.
  }
}
