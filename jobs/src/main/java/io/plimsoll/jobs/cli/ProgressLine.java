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
    show(progress.line(), progress.seconds());
  }

  /** Shows a line, of which each is as wide as the one before. */
  void show(String line, double seconds) {
    last = line;
    if (terminal) {
      err.print("\r" + last);
    } else if (seconds - shown >= SECONDS_BETWEEN_LINES) {
      shown = seconds;
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
