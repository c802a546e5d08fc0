package io.plimsoll.benchmarks.cli;

import io.plimsoll.jobs.cli.BadArgumentException;

/** What whole numbers of options may be. */
final class Ranges {

  private Ranges() {}

  /** Refuses a value below the least or above the most. */
  static void refuseOutside(int least, String option, int value, int most) {
    if (value < least || value > most) {
      throw new BadArgumentException(
          option + " " + value + " is not allowed; allowed is " + least + " to " + most);
    }
  }
}
