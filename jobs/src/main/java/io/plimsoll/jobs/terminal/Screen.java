package io.plimsoll.jobs.terminal;

import java.io.PrintStream;
import java.util.List;

/** A picture drawn over the one before. */
final class Screen {

  private final PrintStream out;
  private int drawn;

  Screen(PrintStream out) {
    this.out = out;
  }

  void draw(List<String> lines) {
    StringBuilder frame = new StringBuilder();
    if (drawn > 0) {
      frame.append("\033[").append(drawn).append('A');
    }
    for (String line : lines) {
      // What the old line had beyond the new one goes; to clear before would flicker.
      frame.append('\r').append(line).append("\033[K\n");
    }
    frame.append("\033[J");
    out.print(frame);
    out.flush();
    drawn = lines.size();
  }
}
