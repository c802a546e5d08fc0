package io.plimsoll.jobs.series;

import java.util.stream.LongStream;

/** A number for each step that an axis keeps: a ring. Mutable. */
final class Column {

  private final double[] values;

  Column(TimeAxis axis) {
    values = new double[axis.kept()];
  }

  double at(long step) {
    return values[slot(step)];
  }

  void set(long step, double value) {
    values[slot(step)] = value;
  }

  void add(long step, double value) {
    values[slot(step)] += value;
  }

  /** What stands at some steps. */
  double[] at(long[] steps) {
    return LongStream.of(steps).mapToDouble(this::at).toArray();
  }

  private int slot(long step) {
    return (int) (step % values.length);
  }
}
