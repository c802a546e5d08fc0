package io.plimsoll.jobs.cli;

import io.plimsoll.jobs.backfill.Progress;
import java.io.PrintWriter;

/** Progress on stderr: one line that is redrawn on a terminal, a line now and then elsewhere. */
final class ProgressLine {

  private static final double SECONDS_BETWEEN_LINES = 5.0;

  private final PrintWriter err;
  private final boolean terminal = Boolean.getBoolean("plimsoll.terminal");
  private double shown;
  private String last = "";

  ProgressLine(PrintWriter err) {
    this.err = err;
  }

  void show(Progress progress) {
    last = progress.line();
    if (terminal) {
      err.print("\r" + last);
    } else if (progress.seconds() - shown >= SECONDS_BETWEEN_LINES) {
      shown = progress.seconds();
      err.println(last);
    }
    err.flush();
  }

  /** Leaves the last line standing. */
  void end() {
    err.println(terminal ? "" : last);
    err.flush();
  }
}
