package io.plimsoll.jobs.web;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless Chromium with an empty profile, that notes what its pages complain of and ask for. */
public final class Browser implements Closeable {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  private final ChromeDriver driver;

  /** Whether the machine has one (Debian's packages chromium and chromium-driver). */
  public static boolean isInstalled() {
    return Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
  }

  /**
   * Starts one.
   *
   * @param more flags
   */
  public Browser(String... more) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toString());
    options.addArguments(
        "--headless=new",
        "--no-sandbox", // a superuser's cannot be had otherwise
        "--disable-gpu",
        "--disable-dev-shm-usage",
        // A browser of its own asks for updates: what is seen on the wire is to be the page's.
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--force-device-scale-factor=1",
        "--window-size=1400,1000");
    options.addArguments(more);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    driver =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(new File(DRIVER.toString()))
                .usingAnyFreePort()
                .build(),
            options);
  }

  /** For what is not told here. */
  public ChromeDriver driver() {
    return driver;
  }

  public void open(String url) {
    driver.get(url);
  }

  /** What a script returns: numbers, texts, lists and maps. */
  public Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** As the screen asks for colours: light or dark. */
  public void colours(String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** As somebody sees it: none, deuteranopia, protanopia, tritanopia or achromatopsia. */
  public void vision(String deficiency) {
    driver.executeCdpCommand("Emulation.setEmulatedVisionDeficiency", Map.of("type", deficiency));
  }

  public void resize(int width, int height) {
    driver.manage().window().setSize(new Dimension(width, height));
  }

  /** A picture of an element, whole, wherever the window stands. */
  @SuppressWarnings("unchecked")
  public void picture(String selector, Path file) throws IOException {
    Map<String, Object> box =
        (Map<String, Object>)
            driver.executeScript(
                "const b = document.querySelector(arguments[0]).getBoundingClientRect();"
                    + "return {x: b.left + scrollX, y: b.top + scrollY, width: b.width,"
                    + " height: b.height, scale: 1}",
                selector);
    Map<String, Object> shot =
        driver.executeCdpCommand(
            "Page.captureScreenshot",
            Map.of("format", "png", "captureBeyondViewport", true, "clip", box));
    Files.write(file, Base64.getDecoder().decode((String) shot.get("data")));
  }

  /** What pages have complained of since the last time: errors, warnings, refused requests. */
  public List<String> complaints() {
    List<String> complaints = new ArrayList<>();
    for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
      if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
        complaints.add(entry.getMessage());
      }
    }
    return complaints;
  }

  /** Addresses that were asked for since the last time, of the net and of files. */
  public List<String> requests() {
    List<String> requests = new ArrayList<>();
    for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
      String message = entry.getMessage();
      if (message.contains("\"Network.requestWillBeSent\"")) {
        requests.add(message.replaceAll(".*\"request\":\\{.*?\"url\":\"([^\"]*)\".*", "$1"));
      }
    }
    return requests;
  }

  @Override
  public void close() {
    driver.quit();
  }
}
