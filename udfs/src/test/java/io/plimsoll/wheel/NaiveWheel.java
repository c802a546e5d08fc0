package io.plimsoll.wheel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A list of who waits for what: slow, obvious, and without a grid. */
final class NaiveWheel {

  private record Watch(int account, int coordinate, boolean rise, double trigger) {}

  private final List<Watch> watches = new ArrayList<>();
  private final Map<Integer, Double> values = new HashMap<>();

  /** Who must be told of a move, and who may be. */
  record Due(Set<Integer> must, Set<Integer> may) {}

  double value(int coordinate) {
    return values.getOrDefault(coordinate, 0.0);
  }

  /** Forgets nobody: the caller says who was told. */
  Due move(int coordinate, double to) {
    double from = value(coordinate);
    values.put(coordinate, to);
    Due due = new Due(new HashSet<>(), new HashSet<>());
    for (Watch w : watches) {
      if (w.coordinate != coordinate) {
        continue;
      }
      if (Double.isNaN(from) || Double.isNaN(to)) {
        due.must.add(w.account);
        due.may.add(w.account);
        continue;
      }
      if (w.rise ? to > w.trigger : to < w.trigger) {
        due.must.add(w.account);
      }
      boolean towards = w.rise ? to > from : to < from;
      if (towards && (w.rise ? to + width(to) >= w.trigger : to - width(to) <= w.trigger)) {
        due.may.add(w.account);
      }
    }
    return due;
  }

  /** No bucket at a number is wider. */
  private static double width(double value) {
    return Double.isInfinite(value)
        ? 0
        : Math.scalb(Math.max(Math.abs(value), Double.MIN_NORMAL), -Grid.MANTISSA_BITS);
  }

  void watch(int account, int coordinate, boolean rise, double trigger) {
    double now = value(coordinate);
    boolean ahead = rise ? trigger > now : trigger < now;
    watches.add(new Watch(account, coordinate, rise, ahead ? trigger : now));
  }

  void forget(int account) {
    watches.removeIf(w -> w.account == account);
  }

  int inForce() {
    return watches.size();
  }
}
