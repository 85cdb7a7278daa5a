package org.escapement.rpc;

import java.io.IOException;
import java.util.Optional;
import javax.enterprise.context.ApplicationScoped;
import javax.inject.Inject;
import javax.security.enterprise.AuthenticationException;
import javax.security.enterprise.AuthenticationStatus;
import javax.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import javax.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.escapement.login.Login;

/** The application's log-in: {@link BasicAuthentication} for what is protected. */
@ApplicationScoped
public class BasicLogin implements HttpAuthenticationMechanism {

  @Inject private Login login;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
      throws AuthenticationException {
    try {
      return validate(request, response, context);
    } catch (IOException e) {
      throw new AuthenticationException("the answer to a log-in could not be sent", e);
    }
  }

  private AuthenticationStatus validate(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
      throws IOException {
    boolean tried = !isCall(request) && BasicAuthentication.isTried(request);
    if (!tried && !context.isProtected()) {
      return context.doNothing();
    }
    if (!tried) {
      BasicAuthentication.challenge(request, response);
      return AuthenticationStatus.SEND_FAILURE;
    }
    Optional<BasicAuthentication.User> user =
        new BasicAuthentication(login).user(request, response);
    return user.isEmpty()
        ? AuthenticationStatus.SEND_FAILURE
        : context.notifyContainerAboutLogin(user.get().name(), user.get().role().names());
  }

  /** Open Liberty has SIP requests go this way, too; who calls is no user of the console. */
  private static boolean isCall(HttpServletRequest request) {
    return request.getProtocol().startsWith("SIP/");
  }
}
