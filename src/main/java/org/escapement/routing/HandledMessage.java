package org.escapement.routing;

import java.io.IOException;
import java.util.List;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.TooManyHopsException;
import javax.servlet.sip.URI;
import org.escapement.message.OriginalRequest;
import org.escapement.route.MessageContext;
import org.jspecify.annotations.Nullable;

/** A message on its way through the routes. Used by one thread at a time. */
final class HandledMessage implements MessageContext {

  private final RoutingParts parts;
  private final SipServletMessage message;
  private @Nullable SipServletMessage flagged;
  private boolean dropped;
  private boolean done;

  private final List<URI> targets;

  HandledMessage(RoutingParts parts, SipServletMessage message) {
    this(parts, message, List.of());
  }

  /** A request that is about to leave for the targets. */
  HandledMessage(RoutingParts parts, SipServletMessage message, List<? extends URI> targets) {
    this.parts = parts;
    this.message = message;
    this.targets = List.copyOf(targets);
  }

  @Override
  public List<URI> targets() {
    return targets;
  }

  @Override
  public SipServletMessage message() {
    return message;
  }

  @Override
  public void drop() {
    dropped = true;
  }

  @Override
  public boolean isDropped() {
    return dropped;
  }

  @Override
  public void exit() {
    done = true;
  }

  /** Whether nothing after the present route is to see the message. */
  boolean isDone() {
    return done || dropped;
  }

  @Override
  public void setFlag(String flag) {
    setFlag(parts.flags().number(flag));
  }

  @Override
  public void setFlag(int flag) {
    Flags.set(flagged(), flag);
  }

  @Override
  public void resetFlag(String flag) {
    resetFlag(parts.flags().number(flag));
  }

  @Override
  public void resetFlag(int flag) {
    Flags.reset(flagged(), flag);
  }

  @Override
  public boolean isFlagSet(String flag) {
    return isFlagSet(parts.flags().number(flag));
  }

  @Override
  public boolean isFlagSet(int flag) {
    return Flags.isSet(flagged(), flag);
  }

  /** As in Kamailio, a reply has the flags of its request. */
  private SipServletMessage flagged() {
    SipServletMessage present = flagged;
    if (present == null) {
      present = OriginalRequest.of(message);
      flagged = present;
    }
    return present;
  }

  @Override
  public boolean isMyself(URI uri) {
    return parts.myself().matches(uri);
  }

  @Override
  public void reply(int status, String reason) throws IOException {
    SipServletRequest request = request("answered");
    Replies replies = parts.replies();
    replies.send(
        request, replies.create(request, status, reason.isEmpty() ? null : reason), status);
    done = true;
  }

  @Override
  public void forward(List<URI> targets) throws IOException, TooManyHopsException {
    SipServletRequest request = request("sent on");
    if (request.isInitial()) {
      parts.forwarding().forward(request, targets);
    }
    done = true;
  }

  @Override
  public void forward() throws IOException, TooManyHopsException {
    forward(List.of(request("sent on").getRequestURI()));
  }

  private SipServletRequest request(String purpose) {
    if (message instanceof SipServletRequest request) {
      return request;
    }
    throw new IllegalStateException("a reply cannot be " + purpose + "; only a request can");
  }
}
