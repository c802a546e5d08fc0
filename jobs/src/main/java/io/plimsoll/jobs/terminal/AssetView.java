package io.plimsoll.jobs.terminal;

import io.plimsoll.jobs.readback.StateLine;

/** An asset as far as it has been read. */
final class AssetView {

  private final Sparkline course = new Sparkline();
  private final double firstMid;
  private StateLine last;

  AssetView(StateLine first) {
    firstMid = first.mid();
    last = first;
    course.add(first.mid());
  }

  void show(StateLine state) {
    last = state;
    course.add(state.mid());
  }

  StateLine last() {
    return last;
  }

  /** Since the first bar, as a fraction. */
  double change() {
    return last.mid() / firstMid - 1;
  }

  String course(int width) {
    return course.draw(width);
  }
}
