package org.escapement.server;

import javax.enterprise.context.ApplicationScoped;
import javax.enterprise.inject.Produces;
import javax.inject.Inject;
import org.eclipse.microprofile.config.Config;
import org.escapement.shaping.Rehearsal;

/** What the launcher tells the server about its rehearsal. */
@ApplicationScoped
public class RehearsalSource {

  static final String SECRET = "escapement.rehearsal.secret";
  static final String QUEUE = "escapement.rehearsal.queue";

  @Inject private Config config;

  /** The rehearsal that the server variables ask for, or none. */
  @Produces
  Rehearsal rehearsal() {
    return config
        .getOptionalValue(SECRET, String.class)
        .map(secret -> new Rehearsal(secret, config.getValue(QUEUE, String.class)))
        .orElse(Rehearsal.NONE);
  }
}
