package org.escapement.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The console in a real browser, against the real server. */
@ExtendWith(ArquillianExtension.class)
class ConsoleIT {

  private static Browser browser;

  @Deployment(name = "busy", testable = false)
  static WebArchive busy() {
    return Wars.withPages(
        Wars.shaper(
                "busy",
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

  @Deployment(name = "bare", testable = false)
  static WebArchive bare() {
    return Wars.withPages(Wars.shaper("bare", ownSocket("bare")));
  }

  @Deployment(name = "leaving", managed = false, testable = false)
  static WebArchive leaving() {
    return Wars.withPages(Wars.shaper("leaving", ownSocket("leaving")));
  }

  /** Two applications of one server cannot take commands at one address. */
  private static String ownSocket(String name) {
    return "loadmodule \"ctl\"\nmodparam(\"ctl\", \"binrpc\", \"unix:" + name + "_ctl\")\n";
  }

  @ArquillianResource private Deployer deployer;

  @BeforeAll
  static void start() throws IOException {
    browser = Browser.start();
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  private static void show(String application) {
    browser.size(1400, 1000);
    browser.dark(false);
    browser.open("http://127.0.0.1:" + Server.httpPort() + "/" + application + "/");
    browser.awaitText("#link", "Live");
    Await.until(
        () -> "the page's data",
        () -> "live".equals(browser.script("return document.body.dataset.state")));
  }

  private static long ticks(String timer) {
    return Long.parseLong(
        browser.text("tr[data-timer='" + timer + "'] td:nth-child(4)").replace(",", ""));
  }

  private static String state(String timer) {
    return browser.text("tr[data-timer='" + timer + "'] .chip");
  }

  @Test
  void page_showsWhatRuns_live() throws IOException {
    show("busy");

    assertThat(state("steady")).isEqualTo("running");
    assertThat(state("idle")).isEqualTo("paused");
    assertThat(state("shaper.customer_1")).isEqualTo("resting");
    assertThat(browser.text("tr[data-timer='steady'] .edit-cell code")).isEqualTo("100ms");
    long before = ticks("steady");
    Await.until(() -> "ticks beyond " + before, () -> ticks("steady") > before);
    Await.until(
        () -> "a lateness",
        () -> browser.text("tr[data-timer='steady'] .strip span").endsWith("s"));
    assertThat(browser.text("article.card h3")).isEqualTo("customer_1");
    assertThat(browser.text("article.card .chip")).isEqualTo("open");
    assertThat(browser.text("#parameter-rows tr:first-child code")).isNotEmpty();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void failingRoute_isAmongTheEvents() {
    show("busy");

    Await.until(() -> "an error", () -> browser.text("#event-rows .chip").equals("error"));
    assertThat(browser.text("#event-rows .source")).isEqualTo("failing");
    assertThat(browser.text("#event-rows .text"))
        .contains("FAILING")
        .contains("the ledger is closed");
  }

  @Test
  void page_isAccessible_andLooksRight_inAllShapes() throws IOException {
    show("busy");
    long before = ticks("steady");
    Await.until(() -> "some seconds of strips", () -> ticks("steady") > before + 60);
    for (boolean dark : new boolean[] {false, true}) {
      browser.dark(dark);
      for (int width : new int[] {1400, 420}) {
        browser.size(width, 1300);
        browser.shoot("console-" + (dark ? "dark" : "light") + (width > 500 ? "-wide" : "-narrow"));
        assertThat(browser.faults()).as("dark %s, width %s", dark, width).isEmpty();
        assertThat(
                (Long) browser.script("return document.documentElement.scrollWidth - innerWidth"))
            .as("what does not fit, dark %s, width %s", dark, width)
            .isLessThanOrEqualTo(0);
      }
    }
  }

  @Test
  void unfoldedTimer_keepsFocusAndShowsItsWorkers_overUpdates() throws IOException {
    show("busy");
    WebElement fold = browser.one("tr[data-timer='steady'] .fold");
    fold.sendKeys(Keys.ENTER);
    long before = ticks("steady");
    Await.until(() -> "an update", () -> ticks("steady") > before);

    assertThat(fold.getDomAttribute("aria-expanded")).isEqualTo("true");
    assertThat(browser.script("return document.activeElement.ariaLabel"))
        .isEqualTo("Workers of steady");
    assertThat(browser.all("#more-steady tbody tr")).hasSize(2);
    assertThat(browser.text("#more-steady .facts")).contains("QUIET");
    browser.shoot("console-workers");
    assertThat(browser.faults()).isEmpty();
  }

  @Test
  void search_showsWhatMatches() {
    show("busy");
    browser.one("#timers-find").sendKeys("idl");
    browser.awaitText("#timers-count", "1 of 4");
    assertThat(browser.all("tr[data-timer]")).hasSize(1);
    browser.one("#timers-find").sendKeys("nothing");
    assertThat(browser.one("#timers-none").isDisplayed()).isTrue();
  }

  @Test
  void lostConnection_isSaid_andFoundAgain() throws IOException {
    deployer.deploy("leaving");
    show("leaving");
    deployer.undeploy("leaving");
    browser.awaitText("#link", "Not connected");
    assertThat(browser.one("#banner").isDisplayed()).isTrue();
    browser.shoot("console-lost");
    assertThat(browser.faults()).isEmpty();

    deployer.deploy("leaving");
    browser.press("Try now");
    browser.awaitText("#link", "Live");
    assertThat(browser.one("#banner").isDisplayed()).isFalse();
    deployer.undeploy("leaving");
  }

  @Test
  void hiddenTab_getsNothing_untilItIsSeenAgain() {
    show("busy");
    browser.hidden(true);
    browser.awaitText("#link", "Paused");
    browser.hidden(false);
    browser.awaitText("#link", "Live");
  }

  @Test
  void withoutTimersAndQueues_thePageSaysHowToGetSome() throws IOException {
    show("bare");

    assertThat(browser.one("#timers-empty").isDisplayed()).isTrue();
    assertThat(browser.one("#queues-empty").isDisplayed()).isTrue();
    assertThat(browser.one("#events-empty").isDisplayed()).isTrue();
    browser.shoot("console-empty");
    assertThat(browser.faults()).isEmpty();
  }
}
