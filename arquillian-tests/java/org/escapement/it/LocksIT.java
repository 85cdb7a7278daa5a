package org.escapement.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import org.escapement.it.sip.Caller;
import org.escapement.routing.RoutingServlet;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Locks of routes on different threads of the server. */
@ExtendWith(ArquillianExtension.class)
class LocksIT {

  private static final String CONFIGURATION =
      """
      loadmodule "cfgutils"
      loadmodule "ptimer"
      modparam("cfgutils", "lock_set_size", 32)
      modparam("ptimer", "timer", "name=trying;type=0;interval=5ms")
      modparam("ptimer", "loop", "timer=trying;route=TRY")
      """;

  private static final Caller CALLER = new Caller("customer.example", Server.sipPort());

  @ArquillianResource private URL application;

  private NotesProbe notes;
  private Counts counts;

  @Deployment(testable = false)
  static WebArchive deployment() {
    return Wars.application(
        "locks",
        CONFIGURATION,
        RoutingServlet.class,
        LockRoutes.class,
        NotesServlet.class,
        NotesServlet.Notes.class,
        CountsServlet.class,
        Await.class);
  }

  @BeforeEach
  void begin() {
    CALLER.awaitServer();
    notes = new NotesProbe(application);
    counts = new Counts(application, "cfgutils");
    counts.begin();
  }

  @AfterAll
  static void end() {
    CALLER.close();
  }

  @Test
  void lockHeldByAMessagesRoute_isTakenForATimersRoute_untilItIsGivenBack() {
    CALLER.request("MESSAGE", "held").answer();

    assertThat(notes.all())
        .containsSubsequence(
            "holds 1", "while it is held -1", "was tried true", "gave back 1", "not again -1");
  }

  @Test
  void locksThatARouteForgets_areGivenBackAtItsEnd_countedAndLogged() {
    CALLER.request("MESSAGE", "forget").answer();

    assertThat(notes.all()).contains("took key 1", "took number true");
    assertThat(notes.await("free again")).isEmpty();
    counts.awaitAtLeast("cfgutils:locks_left_behind", 2);
    Await.until(() -> "a warning in the log", LocksIT::isLogged);
  }

  private static boolean isLogged() {
    try {
      return Server.log().stream()
          .anyMatch(
              line ->
                  line.contains("ESC002520")
                      && line.contains("Route request_route has ended with 2 locks held"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void numberOfLocks_isTheConfigurations() {
    CALLER.request("MESSAGE", "size").answer();

    assertThat(notes.all()).contains("size 32");
  }
}
