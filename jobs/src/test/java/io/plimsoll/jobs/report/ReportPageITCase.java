package io.plimsoll.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.jobs.cli.CommandLineRun;
import io.plimsoll.jobs.ledger.OutputDirectory;
import io.plimsoll.jobs.web.Browser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The report of a run, in a browser. */
class ReportPageITCase {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(20);
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
          "map-time",
          "refused");

  @TempDir static Path directory;
  private static Path out;
  private static Browser browser;

  @BeforeAll
  static void makeAReport() {
    assumeTrue(Browser.isInstalled(), "no chromium and chromedriver: the report is not looked at");
    CommandLineRun run =
        CommandLineRun.of("demo", "--accounts", "300", "--out", directory.toString());
    assertThat(run.code()).isZero();
    out = directory.resolve("out");
    browser = new Browser();
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void open() {
    browser.requests();
    browser.complaints();
    browser.resize(1400, 1000);
    browser.open(out.resolve(Report.FILE).toUri().toString());
    browser.run("plimsoll.drawAll()");
  }

  private static double number(String expression) {
    return ((Number) browser.run("return " + expression)).doubleValue();
  }

  private static JsonNode summary() throws IOException {
    return JSON.readTree(out.resolve(OutputDirectory.SUMMARY).toFile());
  }

  @Test
  void saysThatARunOnPaperIsSimulated() throws IOException {
    assertThat(browser.driver().findElements(By.cssSelector(".simulated, .nav-simulated")))
        .isEmpty();
    Path paper = PaperRunTest.onPaper(directory);
    browser.open(paper.resolve(Report.FILE).toUri().toString());
    browser.run("plimsoll.drawAll()");
    JsonNode execution =
        JSON.readTree(paper.resolve(OutputDirectory.SUMMARY).toFile()).path("execution");
    assertThat(browser.driver().getTitle()).startsWith("Simulated: ");
    assertThat(browser.driver().findElement(By.cssSelector(".simulated")).getText())
        .contains("on paper");
    assertThat(browser.driver().findElement(By.cssSelector(".nav-simulated")).isDisplayed())
        .isTrue();
    assertThat(figure("paperLiquidations")).isEqualTo(execution.path("liquidations").asDouble());
    assertThat(figure("paperValueUsd")).isEqualTo(execution.path("valueUsd").asDouble());
    browser.run("document.querySelector('#accounts button.open').click()");
    assertThat(browser.driver().findElement(By.cssSelector(".working")).getText())
        .contains("carried out on paper");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void opensWithoutAComplaintAndAsksForNothingElse() {
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requests())
        .allMatch(url -> url.startsWith("data:") || url.endsWith("/" + Report.FILE))
        .isNotEmpty();
  }

  @Test
  void hasEveryPictureWithItsData() {
    for (String picture : PICTURES) {
      String data = "plimsoll.report.charts['" + picture + "'].data";
      assertThat(number(data + ".length")).as(picture).isGreaterThan(1);
      assertThat(
              number(data + ".slice(1).flat(2).filter(v => v !== null && v !== undefined).length"))
          .as(picture)
          .isPositive();
      assertThat(number(colours(picture))).as("colours of " + picture).isGreaterThan(3);
    }
  }

  /** What was drawn: how many colours a canvas has. */
  private static String colours(String picture) {
    return "(() => { const canvas = document.querySelector('[data-picture=\""
        + picture
        + "\"] canvas'); const pixels = new Uint32Array(canvas.getContext('2d')"
        + ".getImageData(0, 0, canvas.width, canvas.height).data.buffer);"
        + " return new Set(pixels).size; })()";
  }

  @Test
  void showsTheFiguresOfTheSummary() throws IOException {
    JsonNode summary = summary();
    assertThat(figure("called")).isEqualTo(summary.at("/accounts/everCalled").asDouble());
    assertThat(figure("liquidatable"))
        .isEqualTo(summary.at("/accounts/everLiquidatable").asDouble());
    assertThat(figure("insolvent")).isEqualTo(summary.at("/accounts/everInsolvent").asDouble());
    assertThat(figure("events")).isEqualTo(summary.at("/events/total").asDouble());
    assertThat(figure("refused")).isEqualTo(summary.at("/refused/total").asDouble());
    assertThat(figure("peakAtRiskUsd")).isEqualTo(summary.at("/valueAtRisk/peakUsd").asDouble());
    assertThat(figure("peakBadDebtUsd")).isEqualTo(summary.at("/badDebt/peakUsd").asDouble());
    assertThat(figure("badDebtAtEndUsd")).isEqualTo(summary.at("/badDebt/atEndUsd").asDouble());
    assertThat(figure("accounts")).isEqualTo(300);
  }

  private static double figure(String name) {
    WebElement tile = browser.driver().findElement(By.cssSelector("[data-figure=" + name + "]"));
    return Double.parseDouble(tile.getDomAttribute("data-value"));
  }

  /** What is drawn, not what the page was told: bars are stacked, recoveries point down. */
  @Test
  void drawsTheNumbersOfTheEvents() throws IOException {
    Map<String, Integer> into = new TreeMap<>();
    Map<String, String> standing = new TreeMap<>();
    List<String> levels = List.of("SAFE", "MARGIN_CALL", "LIQUIDATABLE", "INSOLVENT");
    for (String line : Files.readAllLines(out.resolve(OutputDirectory.MARGIN_EVENTS))) {
      JsonNode event = JSON.readTree(line);
      String to = event.path("to").asText();
      int change = levels.indexOf(to) - levels.indexOf(event.path("from").asText());
      if (change != 0) {
        into.merge(change > 0 ? to : "recovered", 1, Integer::sum);
      }
      standing.put(event.path("account").asText(), to);
    }
    int insolvencies = into.get("INSOLVENT");
    int liquidations = into.get("LIQUIDATABLE");
    assertThat(drawn("transitions", 3)).isEqualTo(insolvencies);
    assertThat(drawn("transitions", 2)).isEqualTo(insolvencies + liquidations);
    assertThat(drawn("transitions", 1))
        .isEqualTo(insolvencies + liquidations + into.get("MARGIN_CALL"));
    assertThat(drawn("transitions", 4)).isEqualTo(-into.get("recovered"));
    for (int level = 1; level <= 3; level++) {
      String name = levels.get(level);
      assertThat(number("plimsoll.report.charts.levels.data[" + level + "].at(-1)"))
          .as(name)
          .isEqualTo(standing.values().stream().filter(name::equals).count());
    }
    JsonNode summary = summary();
    for (String[] sum : new String[][] {{"1", "/valueAtRisk"}, {"2", "/badDebt"}}) {
      double peak = summary.at(sum[1] + "/peakUsd").asDouble();
      assertThat(number("Math.max(...plimsoll.report.charts.value.data[" + sum[0] + "])"))
          .as(sum[1])
          .isCloseTo(peak, within(1e-5 * peak));
    }
    assertThat(
            number(
                "plimsoll.report.charts.refused.data.slice(1).flat().reduce((a, b) => a + b, 0)"))
        .isBetween(1.0, summary.at("/refused/total").asDouble());
  }

  private static double drawn(String picture, int series) {
    return number(
        "plimsoll.report.charts['"
            + picture
            + "'].data["
            + series
            + "].reduce((a, b) => a + (b ?? 0), 0)");
  }

  @Test
  void drawsTheAssetThatIsSelected() throws IOException {
    Map<String, Double> last = new TreeMap<>();
    for (String line : Files.readAllLines(out.resolve(OutputDirectory.ASSET_STATES))) {
      JsonNode bar = JSON.readTree(line);
      last.put(bar.path("asset").asText(), bar.path("mid").asDouble());
    }
    WebElement chooser = browser.driver().findElement(By.cssSelector("#asset select"));
    for (String asset : List.of("ETH", "BTC")) {
      browser.run("plimsoll.report.select(arguments[0])", asset);
      assertThat(chooser.getDomProperty("value")).isEqualTo(asset);
      assertThat(
              number(
                  "Math.min(...plimsoll.report.charts.price.data.slice(1).map(s => Math.abs(s.at(-1)"
                      + " - "
                      + last.get(asset)
                      + ")))"))
          .as(asset)
          .isCloseTo(0, within(1e-5 * last.get(asset)));
    }
  }

  @Test
  void assetsAreSelectedByKeyboard() {
    WebElement chooser = browser.driver().findElement(By.cssSelector("#asset select"));
    String before = chooser.getDomProperty("value");
    chooser.sendKeys(Keys.ARROW_RIGHT);
    assertThat(chooser.getDomProperty("value")).isNotEqualTo(before);
    chooser.sendKeys(Keys.ARROW_LEFT);
    assertThat(chooser.getDomProperty("value")).isEqualTo(before);
  }

  @Test
  void zoomsAllChartsTogetherAndBack() {
    double whole = number(visible("levels"));
    WebElement over = browser.driver().findElement(By.cssSelector("[data-picture=price] .u-over"));
    new Actions(browser.driver())
        .moveToElement(over)
        .clickAndHold()
        .moveByOffset(200, 0)
        .release()
        .perform();
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              for (String picture :
                  List.of("price", "levels", "value", "transitions", "distribution", "refused")) {
                assertThat(number(visible(picture))).as(picture).isLessThan(whole / 2);
              }
            });
    assertThat(number(visible("levels"))).isCloseTo(number(visible("price")), within(1.0));
    new Actions(browser.driver()).sendKeys(over, Keys.ESCAPE).perform();
    browser.run("plimsoll.report.span.reset()");
    await().atMost(PATIENCE).until(() -> number(visible("levels")) == whole);
  }

  private static String visible(String picture) {
    String scale = "plimsoll.report.charts['" + picture + "'].scales.x";
    return scale + ".max - " + scale + ".min";
  }

  @Test
  void findsAnAccountAndExplainsItsEvents() throws IOException {
    JsonNode worst = worstEvent();
    String account = worst.path("account").asText();
    WebElement search =
        browser.driver().findElement(By.cssSelector("#accounts input[type=search]"));
    search.sendKeys(account);
    List<WebElement> rows = browser.driver().findElements(By.cssSelector("tr[data-account]"));
    assertThat(rows).isNotEmpty().allMatch(row -> row.getText().contains(account));
    rows.get(0).findElement(By.tagName("button")).sendKeys(Keys.ENTER);
    browser.run(
        "document.querySelectorAll('#accounts .events details').forEach(d => d.open = true)");
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                browser.driver().findElements(By.cssSelector("#accounts .events table")).size()
                    > 0);
    assertThat(number("plimsoll.report.charts.account.data.length")).isGreaterThan(1);
    String text = browser.driver().findElement(By.cssSelector("#accounts .events")).getText();
    assertThat(text).contains("A⁺ < f·L⁺");
    assertThat(browser.complaints()).isEmpty();
  }

  private static JsonNode worstEvent() throws IOException {
    String worst = summary().at("/worstAccounts/0/account").asText();
    List<JsonNode> events = new ArrayList<>();
    for (String line : Files.readAllLines(out.resolve(OutputDirectory.MARGIN_EVENTS))) {
      JsonNode event = JSON.readTree(line);
      if (event.path("account").asText().equals(worst)) {
        events.add(event);
      }
    }
    return events.get(events.size() - 1);
  }

  @Test
  void saysWhenNobodyIsFound() {
    browser
        .driver()
        .findElement(By.cssSelector("#accounts input[type=search]"))
        .sendKeys("nobody-of-this-name");
    assertThat(browser.driver().findElements(By.cssSelector("tr[data-account]"))).isEmpty();
    assertThat(browser.driver().findElement(By.id("accounts")).getText()).contains("No account");
  }

  @ParameterizedTest
  @ValueSource(ints = {1400, 900, 420})
  void fitsIntoTheWindow(int width) {
    browser.resize(width, 1000);
    await()
        .atMost(PATIENCE)
        .until(
            () -> number("document.scrollingElement.scrollWidth") <= number("window.innerWidth"));
  }

  @Test
  void turnsDarkWithTheScreen() {
    String background = "return getComputedStyle(document.body).backgroundColor";
    Object light = browser.run(background);
    browser.colours("dark");
    try {
      await().atMost(PATIENCE).until(() -> !browser.run(background).equals(light));
      browser.run("plimsoll.drawAll()");
      assertThat(browser.complaints()).isEmpty();
    } finally {
      browser.colours("light");
    }
  }

  @Test
  void prints() {
    Object pdf =
        browser
            .driver()
            .executeCdpCommand("Page.printToPDF", Map.of("printBackground", true))
            .get("data");
    assertThat(
            new String(Base64.getDecoder().decode((String) pdf), 0, 5, StandardCharsets.ISO_8859_1))
        .isEqualTo("%PDF-");
    assertThat(browser.complaints()).isEmpty();
  }

  /**
   * Pictures of each section, to be looked at by people: in the light, in the dark, and as who
   * cannot tell red from green sees it. Into target/screenshots, or -Dscreenshots=DIR.
   */
  @Test
  void leavesPicturesToBeLookedAt() throws IOException {
    Path pictures =
        Files.createDirectories(Path.of(System.getProperty("screenshots", "target/screenshots")));
    browser.run("plimsoll.report.select('ETH')");
    browser.run("document.querySelector('tr[data-account] button').click()");
    take(pictures, "light");
    browser.colours("dark");
    browser.open(out.resolve(Report.FILE).toUri().toString());
    browser.run("plimsoll.drawAll()");
    take(pictures, "dark");
    browser.colours("light");
    browser.vision("deuteranopia");
    browser.open(out.resolve(Report.FILE).toUri().toString());
    browser.run("plimsoll.drawAll()");
    take(pictures, "deuteranopia");
    browser.vision("none");
    try (Stream<Path> taken = Files.list(pictures)) {
      assertThat(taken.filter(file -> file.getFileName().toString().startsWith("report-")))
          .hasSizeGreaterThanOrEqualTo(3 * 8);
    }
  }

  private static void take(Path pictures, String scheme) throws IOException {
    for (WebElement section : browser.driver().findElements(By.cssSelector("main > section"))) {
      String id = section.getDomAttribute("id");
      browser.picture("#" + id, pictures.resolve("report-" + id + '-' + scheme + ".png"));
    }
  }

  /** A measurement, by whom it is asked for: how long a report takes to open. */
  @Test
  @EnabledIfSystemProperty(named = "report", matches = ".+")
  void saysHowLongTheNamedReportTakesToOpen() {
    for (int i = 0; i < 3; i++) {
      browser.open(Path.of(System.getProperty("report")).toUri().toString());
      double openMs = number("performance.getEntriesByType('navigation')[0].domComplete");
      double drawMs =
          number(
              "(() => { const t = performance.now(); plimsoll.drawAll();"
                  + " return performance.now() - t; })()");
      System.out.printf("opened in %.0f ms, all of it drawn in %.0f ms%n", openMs, drawMs);
      assertThat(browser.complaints()).isEmpty();
    }
  }

  /** Names come from outside, and the page is made of them. */
  @Test
  void namesAreNothingButText() throws IOException {
    String name = "</script><img src=x onerror=alert(1)>";
    Path data = Files.createDirectories(directory.resolve("hostile"));
    long t = 1_583_020_800_000L;
    Files.writeString(
        data.resolve("parameters.yaml"),
        "assets:\n  \"" + name + "\": {liquidationThreshold: 0.8, maxAge: 1h}\n  USD: {}\n");
    Files.writeString(
        data.resolve("quotes.csv"),
        "timestamp,asset,price\n"
            + (t + "," + name + ",200\n" + t + ",USD,1\n")
            + ((t + 60_000) + "," + name + ",100\n"));
    Files.writeString(
        data.resolve("positions.csv"),
        "timestamp,account,asset,kind,amount\n"
            + (t + ",\"" + name + "\"," + name + ",COLLATERAL,1\n")
            + (t + ",\"" + name + "\",USD,DEBT,100\n"));
    Path result = directory.resolve("hostile-out");
    CommandLineRun run =
        CommandLineRun.of("backfill", "--data", data.toString(), "--out", result.toString());
    assertThat(run.code()).as("%s", run.err()).isZero();
    browser.open(result.resolve(Report.FILE).toUri().toString());
    browser.run("plimsoll.drawAll()");
    browser.run("document.querySelector('tr[data-account] button').click()");
    assertThat(browser.driver().findElement(By.cssSelector("tr[data-account]")).getText())
        .contains(name);
    assertThat(browser.driver().findElements(By.tagName("img"))).isEmpty();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void withoutTheHistoryItSaysSo() throws IOException {
    Path alone = Files.createDirectories(directory.resolve("alone"));
    for (String name :
        List.of(
            OutputDirectory.MARGIN_EVENTS, OutputDirectory.ASSET_STATES, OutputDirectory.REFUSED)) {
      Files.copy(out.resolve(name), alone.resolve(name));
    }
    CommandLineRun run = CommandLineRun.of("report", alone.toString());
    assertThat(run.code()).isZero();
    assertThat(run.err()).singleElement().asString().contains("--data");
    browser.open(alone.resolve(Report.FILE).toUri().toString());
    browser.run("plimsoll.drawAll()");
    assertThat(browser.driver().findElement(By.id("map")).getText()).contains("not at hand");
    assertThat(browser.driver().findElements(By.cssSelector("[data-picture=map]"))).isEmpty();
    assertThat(browser.complaints()).isEmpty();
  }
}
