package io.plimsoll.benchmarks.soak;

import io.plimsoll.benchmarks.report.Conditions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A soak, as it is printed.
 *
 * @param benchmark which one, among the objects of others
 * @param quotesPerSecond sent
 * @param minutes how long
 * @param judgedFromMinute before it the cluster warms up
 * @param rowMinutes how long each row of a table is
 * @param series all of them
 * @param conditions under which all this holds
 */
public record SoakReport(
    String benchmark,
    int quotesPerSecond,
    int minutes,
    double judgedFromMinute,
    double rowMinutes,
    List<SeriesReport> series,
    Conditions conditions) {

  /** The first third is warm-up: classes, caches, RocksDB's levels. */
  private static final double WARM_UP = 1.0 / 3;

  private static final int ROWS = 10;

  /**
   * One series.
   *
   * @param name of it
   * @param unit with its name, for people
   * @param mustBeFlat whether the run fails if it grows
   * @param points after the warm-up
   * @param median of those
   * @param growth from the first to the last of those, by their trend
   * @param z normal deviate of the test of Mann and Kendall
   * @param verdict flat, grows, falls or too_short
   * @param rows the median of each part of the run, warm-up and all; NaN where nothing was seen
   */
  public record SeriesReport(
      String name,
      String unit,
      boolean mustBeFlat,
      int points,
      double median,
      double growth,
      double z,
      String verdict,
      List<Double> rows) {

    public SeriesReport {
      rows = List.copyOf(rows);
    }

    /** Whether it must not grow, and grows, or nobody can say. */
    boolean fails() {
      return mustBeFlat
          && (verdict.equals(lower(Trend.Verdict.GROWS))
              || verdict.equals(lower(Trend.Verdict.TOO_SHORT)));
    }
  }

  public SoakReport {
    series = List.copyOf(series);
  }

  /** Whether nothing grows that must not. */
  public boolean isFlat() {
    return series.stream().noneMatch(SeriesReport::fails);
  }

  /** The report of what was seen. */
  static SoakReport of(SoakSpec spec, long heapBytes, List<Sample> samples) {
    double from = spec.minutes() * WARM_UP;
    double row = Math.max(1, spec.minutes() / (double) ROWS);
    List<SeriesReport> series = new ArrayList<>();
    for (Series each : Series.values()) {
      if (samples.stream().anyMatch(sample -> sample.values().containsKey(each))) {
        series.add(of(each, samples, from, row, spec.minutes()));
      }
    }
    return new SoakReport(
        "soak", spec.rate(), spec.minutes(), from, row, series, conditions(spec, heapBytes));
  }

  private static SeriesReport of(
      Series series, List<Sample> samples, double from, double row, int minutes) {
    List<Sample> told =
        samples.stream().filter(sample -> sample.values().containsKey(series)).toList();
    List<Sample> judged = told.stream().filter(sample -> sample.minute() >= from).toList();
    Trend trend =
        Trend.of(judged.stream().mapToDouble(Sample::minute).toArray(), valuesOf(series, judged));
    Double[] rows = new Double[(int) Math.ceil(minutes / row)];
    Arrays.setAll(
        rows,
        i ->
            Trend.medianOf(
                valuesOf(
                    series,
                    told.stream()
                        .filter(s -> Math.min(rows.length - 1, (int) (s.minute() / row)) == i)
                        .toList())));
    return new SeriesReport(
        lower(series),
        series.label(),
        series.isJudged(),
        trend.points(),
        trend.median(),
        trend.growth(),
        trend.z(),
        lower(trend.verdict(series.grain())),
        List.of(rows));
  }

  private static double[] valuesOf(Series series, List<Sample> samples) {
    return samples.stream().mapToDouble(sample -> sample.values().get(series)).toArray();
  }

  private static String lower(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }

  private static Conditions conditions(SoakSpec spec, long heapBytes) {
    Map<String, Object> own = new LinkedHashMap<>();
    own.put("accounts", spec.market().accounts());
    own.put("churn/s", spec.churn());
    own.put("assets", spec.market().assets());
    own.put("seed", spec.market().seed());
    own.put("parallelism", spec.parallelism());
    own.put("sampleSeconds", spec.sampleSeconds());
    own.put("collectSeconds", spec.collectSeconds());
    own.put("pages", spec.pages());
    own.put("backend", "rocksdb");
    own.put("maxLatenessMs", 0);
    own.putAll(spec.options());
    return Conditions.here("", heapBytes, own);
  }
}
