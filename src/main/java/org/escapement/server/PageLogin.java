package org.escapement.server;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.message.AuthException;
import javax.security.auth.message.AuthStatus;
import javax.security.auth.message.MessageInfo;
import javax.security.auth.message.callback.CallerPrincipalCallback;
import javax.security.auth.message.callback.GroupPrincipalCallback;
import javax.security.auth.message.config.ServerAuthConfig;
import javax.security.auth.message.config.ServerAuthContext;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.escapement.rpc.BasicAuthentication;
import org.escapement.rpc.BasicAuthentication.User;

/**
 * The log-in of the console for a page that is the server's own (JSR 196). Nobody sees such a page
 * without it, whether the server protects it or not. Thread-safe.
 */
final class PageLogin implements ServerAuthConfig, ServerAuthContext {

  private final BasicAuthentication authentication;
  private final String layer;
  private final String page;
  private final CallbackHandler container;

  /**
   * The log-in of a page.
   *
   * @param layer the message layer that the container asks for
   * @param page the application context of the page, as the container names it
   * @param container is told who has come
   */
  PageLogin(
      BasicAuthentication authentication, String layer, String page, CallbackHandler container) {
    this.authentication = authentication;
    this.layer = layer;
    this.page = page;
    this.container = container;
  }

  @Override
  public AuthStatus validateRequest(MessageInfo message, Subject client, Subject service)
      throws AuthException {
    HttpServletRequest request = (HttpServletRequest) message.getRequestMessage();
    HttpServletResponse response = (HttpServletResponse) message.getResponseMessage();
    try {
      Optional<User> user = authentication.user(request, response);
      if (user.isEmpty()) {
        return AuthStatus.SEND_CONTINUE;
      }
      String[] roles = user.get().role().names().toArray(String[]::new);
      container.handle(
          new Callback[] {
            new CallerPrincipalCallback(client, user.get().name()),
            new GroupPrincipalCallback(client, roles)
          });
      return AuthStatus.SUCCESS;
    } catch (IOException | UnsupportedCallbackException e) {
      throw (AuthException) new AuthException("the log-in failed").initCause(e);
    }
  }

  @Override
  public AuthStatus secureResponse(MessageInfo message, Subject service) {
    return AuthStatus.SEND_SUCCESS;
  }

  @Override
  public void cleanSubject(MessageInfo message, Subject subject) {
    subject.getPrincipals().clear();
  }

  @Override
  public ServerAuthContext getAuthContext(
      String contextId, Subject service, @SuppressWarnings("rawtypes") Map properties) {
    return this;
  }

  @Override
  public String getMessageLayer() {
    return layer;
  }

  @Override
  public String getAppContext() {
    return page;
  }

  @Override
  public String getAuthContextID(MessageInfo message) {
    return page;
  }

  @Override
  public void refresh() {
    // Who may come in is looked up at each request.
  }

  @Override
  public boolean isProtected() {
    return true;
  }
}
