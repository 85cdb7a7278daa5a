package org.escapement.server;

import javax.enterprise.context.ApplicationScoped;
import javax.enterprise.inject.Produces;
import javax.inject.Inject;
import org.escapement.command.CommandTable;

/** Produces what servlets give commands with. */
@ApplicationScoped
public class CommandsProducer {

  @Inject private Deployment deployment;

  /** All commands; the modules have added theirs when the application is deployed. */
  @Produces
  CommandTable commands() {
    return deployment.commands();
  }
}
