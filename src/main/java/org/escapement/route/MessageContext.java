package org.escapement.route;

import java.io.IOException;
import java.util.List;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.TooManyHopsException;
import javax.servlet.sip.URI;

/**
 * What a route can ask and do of the SIP message that it runs for. Used by one thread at a time;
 * valid for as long as the container keeps the message.
 */
public interface MessageContext {

  /** The request or reply. */
  SipServletMessage message();

  /** In an onsend route, where the request leaves for; else empty. */
  List<URI> targets();

  /**
   * Goes no further with the message, as Kamailio's {@code drop}: neither routes nor the
   * application see it again. What the container has sent on already, such as a reply to a request
   * that was proxied, stays sent.
   */
  void drop();

  /** Whether a route dropped the message. */
  boolean isDropped();

  /**
   * The route takes charge of the message: no later route and no servlet sees it, as after
   * Kamailio's {@code exit}. The present route goes on to its end. A reply or a forward does the
   * same by itself.
   */
  void exit();

  /**
   * Sets a flag of the message.
   *
   * @param flag a name that the configuration gives, or a number from 0 to 31 in digits
   * @throws IllegalArgumentException if there is no such flag
   */
  void setFlag(String flag);

  /** Sets a flag, 0 to 31. */
  void setFlag(int flag);

  /** Takes a flag away; errors as of {@link #setFlag(String)}. */
  void resetFlag(String flag);

  /** Takes a flag away, 0 to 31. */
  void resetFlag(int flag);

  /** Whether a flag is set; errors as of {@link #setFlag(String)}. */
  boolean isFlagSet(String flag);

  /** Whether a flag is set, 0 to 31. */
  boolean isFlagSet(int flag);

  /** Whether a URI names this server: Kamailio's {@code myself}. */
  boolean isMyself(URI uri);

  /**
   * Answers the request, with the headers that {@code server_header}, {@code server_signature} and
   * {@code sip_warning} add.
   *
   * @param status 100 to 699
   * @param reason what it says; empty for the usual text
   * @throws IllegalStateException if the message is a reply, or has a final answer already
   */
  void reply(int status, String reason) throws IOException;

  /**
   * Sends the request on as a stateful proxy, to all targets at once. Within a dialog there is
   * nothing to do, because the container sends such requests on itself.
   *
   * @throws RouteLimitException if there are more targets than {@code max_branches}; nothing is
   *     sent then
   * @throws TooManyHopsException if Max-Forwards is used up
   * @throws IllegalStateException if the message is a reply, or has a final answer already
   */
  void forward(List<URI> targets) throws IOException, TooManyHopsException;

  /** Sends the request to its Request-URI; otherwise as {@link #forward(List)}. */
  void forward() throws IOException, TooManyHopsException;
}
