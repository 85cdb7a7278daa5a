package org.escapement.it;

import java.io.IOException;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The console's page in a browser: what its tests read and press. */
final class ConsolePage implements AutoCloseable {

  final Browser browser;

  private ConsolePage(Browser browser) {
    this.browser = browser;
  }

  static ConsolePage start() throws IOException {
    return new ConsolePage(Browser.start());
  }

  /** An application in which something runs, fails, waits and shapes. */
  static WebArchive busy(String name) {
    Operators.prepare();
    return Wars.withPages(
        Wars.shaper(
                name,
                """
                debug=0
                max_branches=20
                loadmodule "ptimer"
                loadmodule "shaper"
                modparam("ptimer", "timer", "name=steady;type=1;interval=100ms;nworkers=2")
                modparam("ptimer", "loop", "timer=steady;route=QUIET")
                modparam("ptimer", "timer", "name=failing;type=1;interval=200ms")
                modparam("ptimer", "loop", "timer=failing;route=FAILING")
                modparam("ptimer", "timer", "name=idle;type=1;interval=1s;autostart=no")
                modparam("ptimer", "loop", "timer=idle;route=QUIET")
                modparam("shaper", "queue", "name=customer_1;rate=50;next_hop=sip:127.0.0.1:1")
                """)
            .addClasses(ConsoleRoutes.class));
  }

  static String address(String application) {
    return "http://127.0.0.1:" + Server.httpPort() + "/" + application + "/";
  }

  void show(String application, String credentials) {
    open(application, credentials);
    browser.awaitText("#link", "Live");
    Await.until(
        () -> "the page's data",
        () -> "live".equals(browser.script("return document.body.dataset.state")));
  }

  void open(String application, String credentials) {
    var unused = browser.complaints();
    browser.login(credentials);
    browser.size(1400, 1000);
    browser.dark(false);
    browser.open(address(application));
  }

  long ticks(String timer) {
    return Long.parseLong(
        browser.text("tr[data-timer='" + timer + "'] td:nth-child(4)").replace(",", ""));
  }

  /** Waits until the page has shown so many more ticks. */
  void awaitTicks(String timer, long more) {
    long before = ticks(timer);
    Await.until(() -> more + " ticks beyond " + before, () -> ticks(timer) >= before + more);
  }

  String state(String timer) {
    return browser.text("tr[data-timer='" + timer + "'] .chip");
  }

  void awaitState(String timer, String expected) {
    browser.awaitText("tr[data-timer='" + timer + "'] .chip", expected);
  }

  /** Gives an answer to the question that comes. */
  void answer(String button) {
    Await.until(() -> "a question", () -> browser.one("#ask").isDisplayed());
    browser.press(button);
  }

  void awaitSaid(String text) {
    Await.until(
        () -> "'" + text + "', is said: " + browser.text("#toasts"),
        () -> browser.text("#toasts").contains(text));
  }

  @Override
  public void close() {
    browser.close();
  }
}
