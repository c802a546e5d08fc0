package io.plimsoll.jobs.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.jobs.readback.EventLine;
import io.plimsoll.jobs.readback.EventTerms;
import io.plimsoll.jobs.web.Browser;
import io.plimsoll.risk.level.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The console in a browser, while a monitor says what a run of the demo has said. */
class ConsolePageITCase {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long DAY_MS = 86_400_000L;
  private static final List<String> PICTURES =
      List.of(
          "price",
          "volatility",
          "load-factor",
          "transitions",
          "levels",
          "value",
          "distribution",
          "map",
          "map-time");

  @TempDir static Path directory;
  private static ToldMonitor told;
  private static Browser browser;

  private ServedMonitor served;
  private ScheduledExecutorService beats;

  @BeforeAll
  static void aMonitor() throws IOException {
    assumeTrue(Browser.isInstalled(), "no chromium and chromedriver: the console is not looked at");
    told = new ToldMonitor(directory, 300);
    browser = new Browser();
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void serve() throws IOException {
    serve(0, Optional.empty());
    browser.resize(1400, 1000);
    browser.open("about:blank");
    browser.requests();
    browser.complaints();
  }

  private void serve(int port, Optional<String> token) throws IOException {
    served = new ServedMonitor(told, DAY_MS, port, token);
    served.monitor.catchUp();
    beats = Executors.newSingleThreadScheduledExecutor();
    var unused = beats.scheduleWithFixedDelay(this::beat, 0, 200, TimeUnit.MILLISECONDS);
  }

  private void beat() {
    try {
      served.beat();
    } catch (IOException | RuntimeException e) {
      e.printStackTrace();
    }
  }

  @AfterEach
  void stop() {
    beats.shutdownNow();
    served.close();
  }

  private void say(double from, double to) {
    List<ToldMonitor.Told> all = told.inOrder();
    all.subList((int) (from * all.size()), (int) (to * all.size()))
        .forEach(record -> record.tell().accept(served.monitor));
  }

  private void open() {
    browser.open("http://localhost:" + served.port() + "/");
    await().atMost(PATIENCE).until(() -> state("connection").equals("live"));
  }

  private static Object state(String name) {
    return browser.run(
        "return window.plimsoll && plimsoll.console ? String(plimsoll.console.state()."
            + name
            + ") : ''");
  }

  private static double number(String expression) {
    Object value = browser.run("return " + expression);
    return value == null ? Double.NaN : ((Number) value).doubleValue();
  }

  private static double figure(String name) {
    List<WebElement> tiles =
        browser.driver().findElements(By.cssSelector("[data-figure=" + name + "]"));
    String value = tiles.isEmpty() ? "" : tiles.get(0).getDomAttribute("data-value");
    return value == null || value.isEmpty() ? Double.NaN : Double.parseDouble(value);
  }

  private static void awaitFigure(String name, double value) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(figure(name)).as(name).isCloseTo(value, within(1e-6)));
  }

  @Test
  void showsWhatIsSaidWhileItIsSaid() throws IOException {
    say(0, 0.6);
    open();
    long before =
        told.inOrder().subList(0, (int) (0.6 * told.inOrder().size())).stream()
            .filter(record -> record.rank() == 2)
            .count();
    awaitFigure("events", before);
    say(0.6, 1);
    JsonNode summary = JSON.readTree(told.out.resolve("summary.json").toFile());
    awaitFigure("events", told.events.size());
    awaitFigure("accounts", 300);
    awaitFigure("atMarginCall", summary.at("/accounts/atEnd/MARGIN_CALL").asDouble());
    awaitFigure("atLiquidatable", summary.at("/accounts/atEnd/LIQUIDATABLE").asDouble());
    awaitFigure("atInsolvent", summary.at("/accounts/atEnd/INSOLVENT").asDouble());
    awaitFigure("badDebtUsd", summary.at("/badDebt/atEndUsd").asDouble());
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requests())
        .isNotEmpty()
        .allMatch(
            url -> url.startsWith("http://localhost:" + served.port()) || url.startsWith("data:"));
  }

  @Test
  void drawsEveryPictureOfItsData() {
    say(0, 1);
    open();
    for (String picture : PICTURES) {
      String data = "plimsoll.console.charts['" + picture + "'].data";
      String place = "[data-picture=\"" + picture + "\"]";
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> {
                browser.run("plimsoll.drawAll()");
                browser.run(
                    "const e = document.querySelector('" + place + "'); e && e.scrollIntoView()");
                assertThat(number("document.querySelectorAll('" + place + " canvas').length"))
                    .as(picture)
                    .isPositive();
                assertThat(
                        number(
                            data
                                + ".slice(1).flat(2).filter(v => v !== null && v !== undefined)"
                                + ".length"))
                    .as(picture)
                    .isPositive();
              });
    }
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void theLastPointOfAPictureIsTheLastBar() {
    say(0, 1);
    open();
    browser.run("plimsoll.console.select('ETH')");
    double last =
        told.bars.stream()
            .filter(bar -> bar.asset().equals("ETH"))
            .reduce((a, b) -> b)
            .orElseThrow()
            .mid();
    String mids = "plimsoll.console.data.assets.find(a => a.asset === 'ETH').mid";
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(number(mids + ".at(-1)")).isCloseTo(last, within(1e-5 * last)));
    assertThat(
            browser
                .driver()
                .findElement(By.cssSelector("tr[data-asset=ETH]"))
                .getDomAttribute("class"))
        .contains("selected");
  }

  @Test
  void findsAccountsByLevelAndByName() throws IOException {
    say(0, 1);
    open();
    browser.run("document.getElementById('accounts').scrollIntoView()");
    String rows = "document.querySelectorAll('#accounts tr[data-account]')";
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              browser.run("document.getElementById('accounts').scrollIntoView()");
              return number(rows + ".length") > 0;
            });
    browser.run("document.querySelector('#accounts button[data-level=SAFE]').click()");
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                "safe"
                    .equals(
                        browser
                            .run(
                                "document.getElementById('accounts').scrollIntoView();"
                                    + " return "
                                    + rows
                                    + "[0].cells[1].innerText")
                            .toString()
                            .replaceAll("[^a-z]", "")));
    WebElement search =
        browser.driver().findElement(By.cssSelector("#accounts input[type=search]"));
    browser.run("document.querySelector('#accounts button[data-level=\"\"]').click()");
    search.sendKeys("A-001");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              // Pictures above that are only now drawn may have moved it out of sight.
              browser.run("document.getElementById('accounts').scrollIntoView()");
              assertThat(number(rows + ".length")).isBetween(1.0, 10.0);
              assertThat(
                      browser.run(
                          "return [..."
                              + rows
                              + "].every(r => r.dataset.account.includes('a-001'))"))
                  .isEqualTo(true);
            });
    search.sendKeys(Keys.chord(Keys.CONTROL, "a"), "nobody at all");
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                browser
                    .run(
                        "document.getElementById('accounts').scrollIntoView();"
                            + " return document.getElementById('accounts').innerText")
                    .toString()
                    .contains("No account is like that"));
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void opensAnAccountWithWhatWouldLiquidateIt() throws IOException {
    say(0, 1);
    open();
    String name = told.events.get(0).account();
    browser.run("location.hash = '#account=' + encodeURIComponent(arguments[0])", name);
    await()
        .atMost(PATIENCE)
        .until(() -> panel().contains("HEALTH FACTOR") || panel().contains("ealth factor"));
    assertThat(panel()).contains(name);
    assertThat(number("document.querySelectorAll('#account tbody tr').length")).isPositive();
    browser.run("history.back()");
    await()
        .atMost(PATIENCE)
        .until(() -> browser.run("return document.getElementById('account').hidden").equals(true));
    browser.run("location.hash = '#account=nobody'");
    await().atMost(PATIENCE).until(() -> panel().contains("nobody of the name nobody"));
  }

  private static String panel() {
    return browser.run("return document.getElementById('account').innerText").toString();
  }

  /** Names come from outside. */
  @Test
  void namesAreNothingButText() {
    String hostile =
        "<img src=x onerror=\"window.harmed=1\">'\"&</script><script>window.harmed=1</script>";
    say(0, 1);
    served.monitor.take(
        new EventLine(
            told.end() + 1,
            hostile,
            Level.SAFE,
            Level.LIQUIDATABLE,
            0.9,
            100,
            100,
            -5,
            Map.of("ETH", 1.0),
            EventTerms.NONE,
            false));
    open();
    browser.run("document.getElementById('events').scrollIntoView()");
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                browser
                    .run("return document.getElementById('events').innerText")
                    .toString()
                    .contains("<img src=x"));
    browser.run("location.hash = '#account=' + encodeURIComponent(arguments[0])", hostile);
    await().atMost(PATIENCE).until(() -> panel().contains("nobody of the name"));
    assertThat(browser.run("return window.harmed === undefined")).isEqualTo(true);
    assertThat(number("document.querySelectorAll('img').length")).isZero();
  }

  @Test
  void staysWhereOneLooksAndFollowsAgain() {
    say(0, 0.5);
    open();
    browser.run("plimsoll.drawAll()");
    await().atMost(PATIENCE).until(() -> number("plimsoll.console.span.max") > 1e12);
    browser.run(
        "const s = plimsoll.console.span; const d = s.max - s.min;"
            + " s.set(s.min + d / 2, s.min + 3 * d / 4)");
    double min = number("plimsoll.console.span.min");
    double max = number("plimsoll.console.span.max");
    say(0.5, 0.7);
    awaitFigure(
        "events",
        told.inOrder().subList(0, (int) (0.7 * told.inOrder().size())).stream()
            .filter(record -> record.rank() == 2)
            .count());
    assertThat(number("plimsoll.console.span.min")).isEqualTo(min);
    assertThat(number("plimsoll.console.span.max")).isEqualTo(max);
    browser.run(
        "[...document.querySelectorAll('nav button')]"
            + ".find(b => b.textContent === 'Follow').click()");
    await()
        .atMost(PATIENCE)
        .until(() -> number("plimsoll.console.span.max") == number("plimsoll.console.data.to"));
  }

  /** What the page has put together of steps, beside what a page that comes now is told. */
  @Test
  void putsTogetherWhatItIsTold() {
    say(0, 0.2);
    open();
    for (double to = 0.25; to <= 1.0; to += 0.05) {
      say(to - 0.05, to);
      double heard = number("plimsoll.console.state().messages");
      await().atMost(PATIENCE).until(() -> number("plimsoll.console.state().messages") > heard + 1);
    }
    browser.driver().manage().timeouts().scriptTimeout(PATIENCE);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(browser.driver().executeAsyncScript(DIFFERENCES)).isEqualTo(List.of()));
  }

  /**
   * Of the parts of the data those that differ, whatever step they were told from, in any order.
   */
  private static final String DIFFERENCES =
      """
      const done = arguments[0];
      const source = new EventSource('/api/stream');
      const sorted = part => part === null || typeof part !== 'object' || Array.isArray(part) ? part
        : Object.fromEntries(Object.keys(part).filter(key => key !== 'since').sort().map(key => [key, part[key]]));
      const text = part => JSON.stringify(part, (key, value) => sorted(value));
      source.addEventListener('all', event => {
        source.close();
        const told = plimsoll.whole(JSON.parse(event.data));
        const known = plimsoll.console.data;
        // A point may still be in the window whose step the server has just forgotten.
        const recent = known.assets.map((asset, i) => Object.fromEntries(Object.entries(asset).map(([key, column]) =>
          [key, key !== 'outages' && Array.isArray(column) ? column.slice(-told.assets[i].t.length) : column])));
        done(['summary', 'levels', 'distribution', 'map'].filter(part => text(told[part]) !== text(known[part]))
          .concat(text(told.assets) === text(recent) ? [] : ['assets']));
      });
      """;

  @Test
  void fitsTheScreen() {
    say(0, 0.8);
    open();
    for (int width : new int[] {1400, 800, 500}) {
      browser.resize(width, 900);
      browser.run("plimsoll.drawAll()");
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(number("document.documentElement.scrollWidth - innerWidth"))
                      .as("width %d", width)
                      .isLessThanOrEqualTo(0));
    }
  }

  @Test
  void comesBackWhenTheServerDoes() throws IOException {
    say(0, 0.5);
    open();
    int port = served.port();
    stop();
    await().atMost(PATIENCE).until(() -> state("connection").equals("reconnecting"));
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                browser
                    .run("return document.getElementById('monitor').innerText")
                    .toString()
                    .contains("what is shown is old"));
    serve(port, Optional.empty());
    say(0, 1);
    await().atMost(Duration.ofSeconds(60)).until(() -> state("connection").equals("live"));
    awaitFigure("events", told.events.size());
  }

  @Test
  void asksForTheTokenOnce() throws IOException {
    stop();
    String token = "a-token-of-a-test-0123";
    serve(0, Optional.of(token));
    say(0, 0.3);
    browser.open("http://localhost:" + served.port() + "/");
    browser.driver().findElement(By.id("token")).sendKeys("not that one", Keys.ENTER);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                browser.driver().getCurrentUrl().endsWith("#wrong")
                    && browser.driver().findElement(By.id("wrong")).isDisplayed());
    browser.driver().findElement(By.id("token")).sendKeys(token, Keys.ENTER);
    await().atMost(PATIENCE).until(() -> state("connection").equals("live"));
    open(); // without being asked again
    assertThat(browser.driver().manage().getCookieNamed("plimsoll-console").isHttpOnly()).isTrue();
    browser.driver().manage().deleteAllCookies();
  }

  /** Pictures of each section, to be looked at by people; as those of the report. */
  @Test
  void leavesPicturesToBeLookedAt() throws IOException {
    Path pictures =
        Files.createDirectories(Path.of(System.getProperty("screenshots", "target/screenshots")));
    say(0, 0.8);
    for (String scheme : List.of("light", "dark", "deuteranopia")) {
      browser.colours(scheme.equals("dark") ? "dark" : "light");
      browser.vision(scheme.equals("deuteranopia") ? scheme : "none");
      open();
      browser.run("plimsoll.console.select('ETH'); plimsoll.drawAll()");
      for (WebElement section : browser.driver().findElements(By.cssSelector("main > section"))) {
        String id = section.getDomAttribute("id");
        browser.run("document.getElementById(arguments[0]).scrollIntoView()", id);
        if (id.equals("accounts")) {
          await()
              .atMost(PATIENCE)
              .until(
                  () ->
                      number("document.querySelectorAll('#accounts tr[data-account]').length") > 0);
        }
        browser.picture("#" + id, pictures.resolve("console-" + id + '-' + scheme + ".png"));
      }
      browser.run(
          "location.hash = '#account=' + encodeURIComponent(arguments[0])",
          told.events.get(0).account());
      await().atMost(PATIENCE).until(() -> panel().contains("ealth factor"));
      browser.picture("#account", pictures.resolve("console-account-" + scheme + ".png"));
    }
    browser.colours("light");
    browser.vision("none");
  }

  /** A measurement, by whom it is asked for: what a page takes of memory as time goes by. */
  @Test
  @EnabledIfSystemProperty(named = "console", matches = ".+")
  void saysWhatAPageOfTheNamedConsoleTakes() throws InterruptedException {
    browser.open(System.getProperty("console"));
    browser.driver().executeCdpCommand("HeapProfiler.enable", Map.of());
    int minutes = Integer.getInteger("minutes", 60);
    for (int minute = 0; minute <= minutes; minute++) {
      browser.driver().executeCdpCommand("HeapProfiler.collectGarbage", Map.of());
      System.out.printf(
          "%3d min  heap %.1f MB, elements %.0f, messages %s, drawn %s times, %s%n",
          minute,
          number("performance.memory.usedJSHeapSize") / (1 << 20),
          number("document.querySelectorAll('*').length"),
          state("messages"),
          state("draws"),
          state("connection"));
      browser.run("scrollTo(0, (document.body.scrollHeight - innerHeight) * Math.random())");
      if (minute < minutes) {
        TimeUnit.MINUTES.sleep(1);
      }
    }
    assertThat(browser.complaints()).isEmpty();
  }
}
