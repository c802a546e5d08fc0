package io.plimsoll.benchmarks.soak;

import java.util.Arrays;

/**
 * Where a series is going, by the median of the slopes between all pairs of its points (Theil and
 * Sen), which a few outliers do not move, and by the test of Mann and Kendall, which says whether
 * the order of the points could be chance.
 *
 * @param points how many there are
 * @param median of the values
 * @param growth over all the time from the first to the last point, in the unit of the values
 * @param z normal deviate of Mann and Kendall, positive for what grows; ties are accounted for
 */
record Trend(int points, double median, double growth, double z) {

  /** A growth by this part of the median, or less, over the whole time is none. */
  static final double FLAT_PART = 0.05;

  /** An order of points that chance brings about in one of a hundred cases is chance. */
  static final double CHANCE = 2.576;

  private static final int FEWEST = 6;

  /** What is to be said of a series. */
  enum Verdict {
    FLAT,
    GROWS,
    FALLS,
    /** Fewer than six points. */
    TOO_SHORT
  }

  /**
   * The trend of a series.
   *
   * @param times in order
   * @param values one each
   */
  static Trend of(double[] times, double[] values) {
    int n = values.length;
    double[] slopes = new double[n * (n - 1) / 2];
    int pair = 0;
    long rises = 0; // pairs that rise less those that fall
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        slopes[pair++] = (values[j] - values[i]) / (times[j] - times[i]);
        rises += (long) Math.signum(values[j] - values[i]);
      }
    }
    double growth = n < 2 ? 0 : medianOf(slopes) * (times[n - 1] - times[0]);
    return new Trend(n, medianOf(values), growth, deviate(rises, values));
  }

  /**
   * Whether the series is flat.
   *
   * @param grain a growth of as much, or less, never matters; in the unit of the values
   */
  Verdict verdict(double grain) {
    if (points < FEWEST) {
      return Verdict.TOO_SHORT;
    }
    boolean small = Math.abs(growth) <= Math.max(grain, FLAT_PART * Math.abs(median));
    if (small || Math.abs(z) < CHANCE) {
      return Verdict.FLAT;
    }
    return growth > 0 ? Verdict.GROWS : Verdict.FALLS;
  }

  private static double deviate(long rises, double[] values) {
    double variance = termOf(values.length);
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    for (int i = 0, j; i < sorted.length; i = j) {
      j = i;
      while (j < sorted.length && sorted[j] == sorted[i]) {
        j++;
      }
      variance -= termOf(j - i);
    }
    return variance <= 0 ? 0 : (rises - Long.signum(rises)) / Math.sqrt(variance / 18);
  }

  private static double termOf(long n) {
    return n * (n - 1.0) * (2.0 * n + 5);
  }

  /** The median of values in any order; NaN of none. */
  static double medianOf(double[] values) {
    if (values.length == 0) {
      return Double.NaN;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
