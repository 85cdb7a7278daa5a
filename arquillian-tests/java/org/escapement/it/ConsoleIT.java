package org.escapement.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.escapement.console.Console;
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

/** What the console shows in a real browser, of the real server, in each of its states. */
@ExtendWith(ArquillianExtension.class)
class ConsoleIT {

  private static ConsolePage page;
  private static Browser browser;

  @Deployment(name = "busy", testable = false)
  static WebArchive busy() {
    return ConsolePage.busy("busy");
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
    page = ConsolePage.start();
    browser = page.browser;
  }

  @AfterAll
  static void stop() {
    if (page != null) {
      page.close();
    }
  }

  private static void show(String application) {
    page.show(application, Operators.OPERATOR);
  }

  @Test
  void page_showsWhatRuns_live() throws IOException {
    show("busy");

    assertThat(page.state("steady")).isEqualTo("running");
    assertThat(page.state("idle")).isEqualTo("paused");
    assertThat(page.state("shaper.customer_1")).isEqualTo("resting");
    assertThat(browser.text("tr[data-timer='steady'] button.value")).isEqualTo("100ms");
    page.awaitTicks("steady", 1);
    Await.until(
        () -> "a lateness",
        () -> browser.text("tr[data-timer='steady'] .strip span").endsWith("s"));
    assertThat(browser.text("article.card h3")).isEqualTo("customer_1");
    assertThat(browser.text("article.card .chip")).isEqualTo("open");
    assertThat(browser.text("#parameter-rows tr:first-child code")).isNotEmpty();
    assertThat(browser.text("#module-rows")).contains("ptimer").contains("shaper");
    assertThat(browser.text("#worker-rows")).contains("running");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void page_asksNoOtherHost() {
    show("busy");

    assertThat(browser.loaded())
        .hasSizeGreaterThan(10)
        .allMatch(address -> address.startsWith(ConsolePage.address("busy")));
  }

  @Test
  void nothing_isShownWithoutALogin() throws Exception {
    HttpClient http = HttpClient.newHttpClient();
    for (String path : List.of("", "index.html", "console/main.js", "console/stream", "rpc")) {
      URI address = URI.create(ConsolePage.address("busy") + path);
      assertThat(
              http.send(
                      HttpRequest.newBuilder(address).build(),
                      HttpResponse.BodyHandlers.discarding())
                  .statusCode())
          .as(path)
          .isEqualTo(401);
    }
  }

  @Test
  void failingRoute_isAmongTheEvents() {
    show("busy");
    browser.one("#events-show option[value='error']").click();

    Await.until(() -> "an error", () -> browser.text("#event-rows .chip").equals("error"));
    assertThat(browser.text("#event-rows .source")).isEqualTo("failing");
    assertThat(browser.text("#event-rows .text"))
        .contains("FAILING")
        .contains("the ledger is closed");
  }

  @Test
  void page_isAccessible_andLooksRight_inAllShapes() throws IOException {
    show("busy");
    page.awaitTicks("steady", 60);
    inAllShapes("");
  }

  private static void inAllShapes(String name) throws IOException {
    for (boolean dark : new boolean[] {false, true}) {
      browser.dark(dark);
      for (int width : new int[] {1400, 420}) {
        browser.size(width, 1300);
        browser.shoot(
            "console" + name + (dark ? "-dark" : "-light") + (width > 500 ? "-wide" : "-narrow"));
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
    page.awaitTicks("steady", 1);

    assertThat(fold.getDomAttribute("aria-expanded")).isEqualTo("true");
    assertThat(browser.script("return document.activeElement.ariaLabel"))
        .isEqualTo("Workers of steady");
    assertThat(browser.all("#more-steady tbody tr")).hasSize(2);
    assertThat(browser.text("#more-steady .facts")).contains("QUIET");
    inAllShapes("-workers");
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
    inAllShapes("-lost");

    deployer.deploy("leaving");
    browser.press("Try now");
    browser.awaitText("#link", "Live");
    assertThat(browser.one("#banner").isDisplayed()).isFalse();
    deployer.undeploy("leaving");
  }

  @Test
  void loading_isSaid_untilTheFirstFiguresCome() throws IOException {
    browser.before("window.fetch = () => new Promise(() => {});");
    try {
      page.open("busy", Operators.OPERATOR);
      browser.awaitText("#link", "Connecting");
      assertThat(browser.script("return document.body.dataset.state")).isEqualTo("loading");
      inAllShapes("-loading");
    } finally {
      browser.before(null);
    }
  }

  @Test
  void endedLogin_isSaid_withTheWayBack() throws IOException {
    show("busy");
    browser.hidden(true);
    browser.login("operator:no longer");
    browser.hidden(false);

    browser.awaitText("#link", "Signed out");
    assertThat(browser.text("#banner")).startsWith("Your login has ended.");
    inAllShapes("-signed-out");
    browser.login(Operators.OPERATOR);
    browser.press("Sign in");
    browser.awaitText("#link", "Live");
  }

  @Test
  void oneTabTooMany_isToldWhy() throws Exception {
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    String token = Base64.getEncoder().encodeToString(Operators.VIEWER.getBytes(UTF_8));
    HttpRequest stream =
        HttpRequest.newBuilder(URI.create(ConsolePage.address("bare") + "console/stream"))
            .header("Authorization", "Basic " + token)
            .build();
    List<InputStream> tabs = new ArrayList<>();
    for (int i = 0; i < Console.MOST_STREAMS; i++) {
      tabs.add(http.send(stream, HttpResponse.BodyHandlers.ofInputStream()).body());
    }
    page.open("bare", Operators.OPERATOR);
    browser.awaitText("#link", "Not connected");
    assertThat(browser.text("#banner")).contains("open in 200 tabs already");
    inAllShapes("-too-many");

    for (InputStream tab : tabs) {
      tab.close();
    }
    Await.until(
        () -> "room for this tab",
        () -> {
          browser.script(
              "[...document.querySelectorAll('#banner button')].forEach(button => button.click())");
          return browser.text("#link").equals("Live");
        });
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
    inAllShapes("-empty");
  }

  @Test
  void viewer_seesAllAndDoesNothing() throws IOException {
    page.show("busy", Operators.VIEWER);

    assertThat(browser.text("#user")).isEqualTo("viewer");
    assertThat(page.state("idle")).isEqualTo("paused");
    browser.press("Workers of idle");
    assertThat(browser.all(".act")).isNotEmpty().noneMatch(WebElement::isDisplayed);
    assertThat(browser.all("button.value")).isNotEmpty().noneMatch(WebElement::isDisplayed);
    assertThat(browser.one("#log-level").isEnabled()).isFalse();
    inAllShapes("-viewer");
  }
}
