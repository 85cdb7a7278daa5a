package org.escapement.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** The system's Chromium, without a window. */
final class Browser implements AutoCloseable {

  private static final File CHROMIUM = new File("/usr/bin/chromium");
  private static final File DRIVER = new File("/usr/bin/chromedriver");
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";

  private final ChromeDriver driver;
  private @Nullable Object scriptBefore;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Starts one with a profile of its own; without the two programs the test is skipped. */
  static Browser start() throws IOException {
    Assumptions.assumeTrue(
        CHROMIUM.canExecute() && DRIVER.canExecute(),
        "there is no Chromium with its driver: as root, ./check installs both (Debian: chromium,"
            + " chromium-driver)");
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM);
    options.setAcceptInsecureCerts(true);
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--user-data-dir=" + Files.createTempDirectory("escapement-chromium"));
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(DRIVER)
            .usingAnyFreePort()
            .withTimeout(Duration.ofSeconds(60))
            .build();
    Browser browser = new Browser(new ChromeDriver(service, options));
    browser.size(1400, 1000);
    return browser;
  }

  void open(String page) {
    driver.get(page);
  }

  void size(int width, int height) {
    driver.manage().window().setSize(new Dimension(width, height));
  }

  /** Makes the system light or dark, as the page sees it; nothing on it moves. */
  void dark(boolean dark) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(
                Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"),
                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
  }

  /** Logs in, as a browser does after it has asked its user. */
  void login(String credentials) {
    driver.executeCdpCommand("Network.enable", Map.of());
    driver.executeCdpCommand(
        "Network.setExtraHTTPHeaders",
        Map.of(
            "headers",
            Map.of(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8)))));
  }

  /** Has a script run in each page that is opened from now on, before its own; null for none. */
  void before(@Nullable String script) {
    if (scriptBefore != null) {
      driver.executeCdpCommand(
          "Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", scriptBefore));
    }
    scriptBefore =
        script == null
            ? null
            : driver
                .executeCdpCommand(
                    "Page.addScriptToEvaluateOnNewDocument", Map.of("source", script))
                .get("identifier");
  }

  /** Hides the tab or shows it again, as far as the page can tell. */
  void hidden(boolean hidden) {
    script(
        "Object.defineProperty(document, 'hidden', {value: arguments[0], configurable: true});"
            + "document.dispatchEvent(new Event('visibilitychange'));",
        hidden);
  }

  Object script(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  WebElement one(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  /** The text of an element as the page has it, seen or not; empty if there is none. */
  String text(String css) {
    return String.valueOf(
        script("return document.querySelector(arguments[0])?.textContent.trim() ?? ''", css));
  }

  void awaitText(String css, String expected) {
    Await.until(
        () -> css + " to be " + expected + ", is " + text(css), () -> text(css).equals(expected));
  }

  /** Presses the button of that label, which must be seen. */
  void press(String label) {
    WebElement button =
        all("button").stream()
            .filter(WebElement::isDisplayed)
            .filter(b -> label.equals(label(b)))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no button '" + label + "' is seen"));
    button.click();
  }

  /** Presses a key where the focus is. */
  void type(Keys key) {
    driver.switchTo().activeElement().sendKeys(key);
  }

  private static String label(WebElement button) {
    String label = button.getDomAttribute("aria-label");
    return label == null ? button.getText() : label;
  }

  /** The faults of accessibility that matter: those that axe-core calls serious or critical. */
  @SuppressWarnings("unchecked") // what axe-core returns
  List<String> faults() {
    script(resource(AXE));
    Object found =
        driver.executeAsyncScript(
            "const done = arguments[0];"
                + "axe.run(document, {resultTypes: ['violations']}).then(r => done(r.violations"
                + ".filter(v => ['serious', 'critical'].includes(v.impact))"
                + ".map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ') + ' ' +"
                + " n.failureSummary).join('; '))), e => done(['axe failed: ' + e]));");
    return (List<String>) Objects.requireNonNull(found);
  }

  /** What the page has loaded and from where, the page itself left out. */
  @SuppressWarnings("unchecked") // what the browser returns
  List<String> loaded() {
    return (List<String>)
        Objects.requireNonNull(
            script("return performance.getEntriesByType('resource').map(entry => entry.name)"));
  }

  /** What the page has complained of in the console. */
  List<String> complaints() {
    return driver.manage().logs().get("browser").getAll().stream()
        .map(Object::toString)
        .filter(line -> line.contains("SEVERE"))
        .toList();
  }

  /** Keeps what is seen as {@code target/screenshots/NAME.png}. */
  void shoot(String name) throws IOException {
    Files.createDirectories(SCREENSHOTS);
    Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
  }

  private static String resource(String path) {
    try (InputStream in = Objects.requireNonNull(Browser.class.getResourceAsStream(path), path)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
