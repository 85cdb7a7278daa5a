package org.escapement.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** What an operator does in the console, in a real browser against the real server. */
@ExtendWith(ArquillianExtension.class)
class ConsoleActsIT {

  private static final String APPLICATION = "acted";

  private static ConsolePage page;
  private static Browser browser;

  @Deployment(testable = false)
  static WebArchive acted() {
    return ConsolePage.busy(APPLICATION);
  }

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

  @BeforeEach
  void show() {
    page.show(APPLICATION, Operators.OPERATOR);
  }

  private static WebElement fieldOf(String label, String value) {
    WebElement field = browser.one("input[aria-label='" + label + "']");
    field.clear();
    field.sendKeys(value + Keys.ENTER);
    return field;
  }

  @Test
  void pause_asks_andIsUndone() throws IOException {
    browser.press("Pause timer steady");
    browser.shoot("console-question");
    assertThat(browser.faults()).isEmpty();
    page.answer("Cancel");
    assertThat(page.state("steady")).isEqualTo("running");

    browser.press("Pause timer steady");
    page.answer("Pause");
    page.awaitState("steady", "paused");
    page.awaitSaid("steady is paused.");
    browser.shoot("console-said");
    assertThat(browser.faults()).isEmpty();
    browser.press("Undo: steady is paused.");
    page.awaitState("steady", "running");

    browser.press("Continue timer idle");
    page.awaitState("idle", "running");
    browser.press("Pause timer idle");
    page.answer("Pause");
    page.awaitState("idle", "paused");
  }

  @Test
  void keyboardAlone_doesTheSame() {
    browser.script("document.querySelector(\"[aria-label='Pause timer steady']\").focus()");
    browser.type(Keys.ENTER);
    Await.until(() -> "a question", () -> browser.one("#ask").isDisplayed());
    browser.type(Keys.ESCAPE);
    Await.until(() -> "no question", () -> !browser.one("#ask").isDisplayed());
    assertThat(browser.script("return document.activeElement.ariaLabel"))
        .isEqualTo("Pause timer steady");
    assertThat(page.state("steady")).isEqualTo("running");

    browser.type(Keys.ENTER);
    Await.until(() -> "a question", () -> browser.one("#ask").isDisplayed());
    browser.type(Keys.TAB);
    browser.type(Keys.ENTER);
    page.awaitState("steady", "paused");
    browser.press("Undo: steady is paused.");
    page.awaitState("steady", "running");
  }

  @Test
  void startLoopAndEnd_areInTheUnfoldedTimer() {
    browser.press("Workers of idle");
    browser.press("End timer idle");
    page.answer("End");
    page.awaitState("idle", "ended");
    browser.press("Start timer idle");
    page.awaitState("idle", "running");
    browser.press("Loop timer idle");
    page.awaitTicks("idle", 1);
    browser.press("Pause timer idle");
    page.answer("Pause");
    page.awaitState("idle", "paused");
  }

  @Test
  void oneWorker_isPausedAndContinued() {
    browser.press("Workers of steady");
    browser.press("Pause worker 1 of steady");
    page.answer("Pause");
    page.awaitState("steady", "1 of 2 run");
    browser.press("Undo: Worker 1 of steady is paused.");
    page.awaitState("steady", "running");
  }

  @Test
  void endedTimer_continuesByUndo() {
    browser.press("Workers of steady");
    browser.press("End timer steady");
    page.answer("End");
    page.awaitState("steady", "ended");
    browser.press("Undo: steady ends.");
    page.awaitState("steady", "running");
  }

  @Test
  void interval_isSetLive_refusedWhenWrong_andUndone() throws IOException {
    browser.press("Interval of failing: 200ms. Change");
    WebElement field = fieldOf("Interval of failing", "10m");
    page.awaitSaid("10m");
    browser.shoot("console-error");
    assertThat(field.getDomAttribute("aria-invalid")).isEqualTo("true");
    assertThat(browser.faults()).isEmpty();

    fieldOf("Interval of failing", "150ms");
    browser.awaitText("tr[data-timer='failing'] button.value", "150ms");
    browser.press("Undo: failing ticks every 150ms now.");
    browser.awaitText("tr[data-timer='failing'] button.value", "200ms");
  }

  @Test
  void queue_isPausedContinuedDrainedAndGivenAnotherRate() {
    browser.press("Pause queue customer_1");
    page.answer("Pause");
    browser.awaitText("article.card .chip", "paused");
    browser.press("Continue queue customer_1");
    browser.awaitText("article.card .chip", "open");
    browser.press("Drain queue customer_1");
    page.answer("Drain");
    browser.awaitText("article.card .chip", "draining");
    browser.press("Undo: Queue customer_1 drains.");
    browser.awaitText("article.card .chip", "open");

    browser.press("Rate of customer_1, calls a second: 50. Change");
    fieldOf("Rate of customer_1, calls a second", "80");
    browser.awaitText("article.card button.value", "80");
    browser.press("Undo: Queue customer_1 passes 80 calls a second now.");
    browser.awaitText("article.card button.value", "50");
  }

  @Test
  void parameter_isSetLive_refusedWhenWrong_undoneAndReset() {
    browser.press("max_while_loops: 100. Change");
    WebElement field = fieldOf("max_while_loops", "-1");
    page.awaitSaid("max_while_loops");
    assertThat(field.getDomAttribute("aria-invalid")).isEqualTo("true");

    fieldOf("max_while_loops", "7");
    page.awaitSaid("max_while_loops is 7 now.");
    awaitValue("max_while_loops", "7");
    browser.press("Undo: max_while_loops is 7 now.");
    awaitValue("max_while_loops", "100");
    browser.press("Reset max_while_loops");
    page.awaitSaid("max_while_loops is as configured again.");
    Await.until(
        () -> "no reset where nothing was set",
        () ->
            browser.all("button[aria-label='Reset max_while_loops']").stream()
                .noneMatch(WebElement::isDisplayed));
  }

  private static void awaitValue(String parameter, String value) {
    Await.until(
        () -> parameter + " to be " + value,
        () ->
            !browser
                .all("button[aria-label='%s: %s. Change']".formatted(parameter, value))
                .isEmpty());
  }

  @Test
  void logLevel_isSet_showsWhoSetIt_andGoesBack() {
    browser.one("#log-level option[value='1']").click();
    page.awaitSaid("debug is 1 now.");
    Await.until(
        () -> "the reset of debug",
        () ->
            browser.all("button[aria-label='Reset debug']").stream()
                .anyMatch(WebElement::isDisplayed));
    browser.press("Reset debug");
    page.awaitSaid("debug is as configured again.");
    Await.until(
        () -> "the old level", () -> "0".equals(browser.one("#log-level").getDomProperty("value")));
    assertThat(browser.text("#event-rows")).contains("cfg.set_now_int core debug 1");
  }
}
