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
    Operators.prepare();
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
    show(application, Operators.OPERATOR);
  }

  private static void show(String application, String credentials) {
    browser.login(credentials);
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
    assertThat(browser.text("tr[data-timer='steady'] button.value")).isEqualTo("100ms");
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

  private static void awaitState(String timer, String expected) {
    browser.awaitText("tr[data-timer='" + timer + "'] .chip", expected);
  }

  private static void answer(String button) {
    Await.until(() -> "a question", () -> browser.one("#ask").isDisplayed());
    browser.press(button);
  }

  private static String said() {
    return browser.text(".toast:last-child span");
  }

  private static void awaitSaid(String text) {
    Await.until(() -> "'" + text + "', is said: " + said(), () -> said().contains(text));
  }

  @Test
  void viewer_seesAllAndDoesNothing() {
    show("busy", Operators.VIEWER);

    assertThat(browser.text("#user")).isEqualTo("viewer, viewer");
    assertThat(state("idle")).isEqualTo("paused");
    assertThat(browser.all(".act")).isNotEmpty().noneMatch(WebElement::isDisplayed);
    assertThat(browser.all("button.value")).noneMatch(WebElement::isDisplayed);
    assertThat(browser.one("#log-level").isEnabled()).isFalse();
  }

  @Test
  void pause_asks_andIsUndone() throws IOException {
    show("busy");
    browser.press("Pause timer steady");
    browser.shoot("console-question");
    assertThat(browser.faults()).isEmpty();
    answer("Cancel");
    assertThat(state("steady")).isEqualTo("running");

    browser.press("Pause timer steady");
    answer("Pause");
    awaitState("steady", "paused");
    awaitSaid("steady is paused.");
    browser.press("Undo");
    awaitState("steady", "running");

    browser.press("Continue timer idle");
    awaitState("idle", "running");
    browser.press("Pause timer idle");
    answer("Pause");
    awaitState("idle", "paused");
  }

  @Test
  void startLoopAndEnd_areInTheUnfoldedTimer() {
    show("busy");
    browser.press("Workers of idle");
    browser.press("End timer idle");
    answer("End");
    awaitState("idle", "ended");
    browser.press("Start timer idle");
    awaitState("idle", "running");
    long before = ticks("idle");
    browser.press("Loop timer idle");
    Await.until(() -> "a tick", () -> ticks("idle") > before);
    browser.press("Pause timer idle");
    answer("Pause");
    awaitState("idle", "paused");
  }

  @Test
  void interval_isSetLive_refusedWhenWrong_andUndone() throws IOException {
    show("busy");
    browser.press("Interval of failing: 200ms. Change");
    WebElement field = browser.one("input[aria-label='Interval of failing']");
    field.clear();
    field.sendKeys("10m" + Keys.ENTER);
    awaitSaid("10m");
    browser.shoot("console-error");
    assertThat(field.getDomAttribute("aria-invalid")).isEqualTo("true");
    assertThat(browser.faults()).isEmpty();

    field.clear();
    field.sendKeys("150ms" + Keys.ENTER);
    browser.awaitText("tr[data-timer='failing'] button.value", "150ms");
    browser.press("Undo");
    browser.awaitText("tr[data-timer='failing'] button.value", "200ms");
  }

  @Test
  void queue_isPausedContinuedDrainedAndGivenAnotherRate() {
    show("busy");
    browser.press("Pause queue customer_1");
    answer("Pause");
    browser.awaitText("article.card .chip", "paused");
    browser.press("Continue queue customer_1");
    browser.awaitText("article.card .chip", "open");
    browser.press("Drain queue customer_1");
    answer("Drain");
    browser.awaitText("article.card .chip", "draining");
    browser.press("Undo");
    browser.awaitText("article.card .chip", "open");

    browser.press("Rate of customer_1, calls a second: 50. Change");
    WebElement field = browser.one("input[aria-label='Rate of customer_1, calls a second']");
    field.clear();
    field.sendKeys("80" + Keys.ENTER);
    browser.awaitText("article.card button.value", "80");
    browser.press("Undo");
    browser.awaitText("article.card button.value", "50");
  }

  @Test
  void logLevel_isSet_showsWhoSetIt_andGoesBack() {
    show("busy");
    browser.one("#log-level option[value='1']").click();
    awaitSaid("debug is 1 now.");
    Await.until(
        () -> "the reset of debug",
        () ->
            browser.all("button[aria-label='Reset debug']").stream()
                .anyMatch(WebElement::isDisplayed));
    browser.press("Reset debug");
    awaitSaid("debug is as configured again.");
    Await.until(
        () -> "the old level", () -> "0".equals(browser.one("#log-level").getDomProperty("value")));
    assertThat(browser.text("#event-rows")).contains("cfg.set_now_int core debug 1");
  }
}
