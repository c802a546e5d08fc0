package io.plimsoll.jobs.demo;

import java.time.Instant;

/** What happens when, in minutes since the start. */
final class Timetable {

  static final long MINUTE_MS = 60_000L;
  static final int MINUTES = 2_880;

  /** A Wednesday, as it was then. */
  static final long START_MS = Instant.parse("2026-03-11T00:00:00Z").toEpochMilli();

  static final int FIRST_LEG = 1_890;
  static final int SECOND_LEG = 2_400;
  static final int BOTTOM = 2_490;

  /** Logarithm of the common level of all prices: down by more than half at the bottom. */
  static final Curve LEVEL =
      Curve.through(
          0,
          0.0,
          700,
          0.015,
          1_440,
          0.0,
          1_620,
          -0.05,
          FIRST_LEG,
          -0.10,
          1_950,
          -0.33,
          1_995,
          -0.27,
          2_220,
          -0.30,
          SECOND_LEG,
          -0.38,
          2_475,
          -0.74,
          BOTTOM,
          -0.80,
          2_520,
          -0.66,
          2_640,
          -0.60,
          MINUTES,
          -0.52);

  /** From 0, a quiet day, to 1: how wildly prices move, and how full the network is. */
  static final Curve TURBULENCE =
      Curve.through(
          0,
          0.03,
          1_500,
          0.05,
          FIRST_LEG,
          0.35,
          1_935,
          0.90,
          2_000,
          0.70,
          2_200,
          0.45,
          SECOND_LEG,
          0.60,
          2_460,
          1.0,
          2_520,
          1.0,
          2_640,
          0.70,
          MINUTES,
          0.40);

  /** While this venue is down nobody there can act, and nobody there is liquidated lightly. */
  static final String WEAK_VENUE = "l2";

  static final Span VENUE_DOWN = new Span(2_430, 2_458);

  private Timetable() {}

  static long millis(double minute) {
    return START_MS + (long) (minute * MINUTE_MS);
  }

  /** Minutes from the first to before the last. */
  record Span(int from, int to) {

    boolean contains(double minute) {
      return from <= minute && minute < to;
    }
  }
}
