package io.plimsoll.benchmarks.suite;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The parts of {@code bench all}, in the order in which they run. */
public enum PartName {
  WATCH("a million accounts, every engine", 14),
  SCALE("10 k to 10 M accounts, with the figure", 16),
  TEN_MILLION("ten million accounts: checkpoints, restore; the same run as in scale", 0),
  HEAP("ten million accounts and next to no cache: heap", 9),
  PIPELINE("stages 1 to 4 from files", 2),
  CRASH("a million accounts, five crashes, each event checked", 12),
  MICRO("a tick that fires nobody, by JMH", 2);

  private final String description;
  private final int minutes;

  PartName(String description, int minutes) {
    this.description = description;
    this.minutes = minutes;
  }

  /** As on the command line. */
  public String optionValue() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String description() {
    return description;
  }

  /** About what it takes on two cores, once those before it are done. */
  public int minutes() {
    return minutes;
  }

  /** By its name on the command line. */
  public static Optional<PartName> find(String option) {
    return Arrays.stream(values()).filter(part -> part.optionValue().equals(option)).findFirst();
  }
}
