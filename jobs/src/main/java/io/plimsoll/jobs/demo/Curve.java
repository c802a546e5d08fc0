package io.plimsoll.jobs.demo;

/** A line through given points, flat before the first and after the last. */
final class Curve {

  private final double[] points;

  private Curve(double[] points) {
    this.points = points;
  }

  /** Through minute, value, minute, value and so on. */
  static Curve through(double... minutesAndValues) {
    return new Curve(minutesAndValues.clone());
  }

  double at(double minute) {
    if (minute <= points[0]) {
      return points[1];
    }
    for (int i = 2; i < points.length; i += 2) {
      if (minute <= points[i]) {
        double share = (minute - points[i - 2]) / (points[i] - points[i - 2]);
        return points[i - 1] + share * (points[i + 1] - points[i - 1]);
      }
    }
    return points[points.length - 1];
  }
}
