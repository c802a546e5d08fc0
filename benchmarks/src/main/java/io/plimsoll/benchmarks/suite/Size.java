package io.plimsoll.benchmarks.suite;

/**
 * How large everything is, against what is stated in the documents. Whatever is smaller only shows
 * that the command works; its figures mean nothing.
 *
 * @param factor 1 for the whole
 */
public record Size(double factor) {

  public static final Size WHOLE = new Size(1);

  private static final long FEWEST = 10;
  private static final int FEWEST_RUNS = 2;
  private static final double LEAST_SECONDS = 0.2;

  boolean isWhole() {
    return factor == 1;
  }

  /** Accounts, ticks, whatever is counted. */
  long count(long whole) {
    return Math.max(Math.min(whole, FEWEST), Math.round(whole * factor));
  }

  double seconds(double whole) {
    return Math.max(Math.min(whole, LEAST_SECONDS), whole * factor);
  }

  int runs(int whole) {
    return isWhole() ? whole : Math.min(whole, FEWEST_RUNS);
  }
}
