package io.plimsoll.jobs.terminal;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Scanner;
import java.util.concurrent.TimeUnit;

/**
 * What standard error leads to.
 *
 * @param redraws lines can be drawn over
 * @param colours may be used
 * @param columns wide
 * @param rows high
 */
public record Terminal(boolean redraws, boolean colours, int columns, int rows) {

  /** A file, a pipe, or a terminal that can do nothing. */
  public static final Terminal NONE = new Terminal(false, false, 80, 24);

  private static final int FEWEST_COLUMNS = 40;

  /** Looks at the environment, and asks the system for what it does not say. */
  public static Terminal detect() {
    return of(System.getenv(), size());
  }

  /**
   * Decides from the environment.
   *
   * @param environment TERM, NO_COLOR and COLUMNS count
   * @param size rows and columns as {@code stty size} tells them, empty if this is no terminal
   */
  static Terminal of(Map<String, String> environment, String size) {
    if (size.isEmpty() || environment.getOrDefault("TERM", "dumb").equals("dumb")) {
      return NONE;
    }
    boolean colours = environment.getOrDefault("NO_COLOR", "").isEmpty();
    Scanner numbers = new Scanner(size);
    int rows = positive(numbers, NONE.rows);
    int columns = positive(numbers, NONE.columns);
    int told = positive(new Scanner(environment.getOrDefault("COLUMNS", "")), columns);
    return new Terminal(true, colours, Math.max(FEWEST_COLUMNS, told), rows);
  }

  private static int positive(Scanner numbers, int otherwise) {
    int number = numbers.hasNextInt() ? numbers.nextInt() : 0;
    return number > 0 ? number : otherwise;
  }

  /** Java cannot tell whether standard error is a terminal; a shell can. */
  private static String size() {
    ProcessBuilder shell = new ProcessBuilder("sh", "-c", "test -t 2 && stty size <&2");
    try {
      Process asked = shell.redirectError(Redirect.INHERIT).start();
      String answer =
          new String(asked.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
      return asked.waitFor(1, TimeUnit.SECONDS) && asked.exitValue() == 0 ? answer : "";
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
