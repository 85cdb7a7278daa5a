package org.escapement.shaping;

import java.util.Optional;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipURI;
import org.escapement.text.PlacedText;
import org.escapement.text.Position;
import org.escapement.text.Problems;

/**
 * A queue of the launcher's own, through which it sends calls before it says that the server is
 * ready. They take the way that all calls take, so that the first real ones meet classes that are
 * loaded and code that is compiled: without them a first burst leaves several milliseconds uneven.
 *
 * <p>Only calls to a user that is the secret go to that queue, and only to the launcher itself.
 *
 * @param secret user of the Request-URI of such calls; empty for no rehearsal
 * @param queue its definition, as in {@code modparam("shaper", "queue", …)}
 */
public record Rehearsal(String secret, String queue) {

  /** Servers that are not started by {@code ./run} rehearse nothing. */
  public static final Rehearsal NONE = new Rehearsal("", "");

  /** The queue of the rehearsal's calls, if there is one. */
  Optional<QueueDefinition> definition() {
    return secret.isEmpty()
        ? Optional.empty()
        : QueueDefinition.parse(
            PlacedText.of(queue, Position.of("the rehearsal's queue")), new Problems());
  }

  /** Whether a timer drives the rehearsal's queue: nobody else is to be told what it does. */
  public boolean isDrivenBy(String timer) {
    return definition().filter(definition -> definition.timer().equals(timer)).isPresent();
  }

  /** Whether a request is one of the launcher's. */
  boolean claims(SipServletRequest request) {
    return !secret.isEmpty()
        && request.getRequestURI() instanceof SipURI uri
        && secret.equals(uri.getUser());
  }
}
