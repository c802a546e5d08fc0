package io.plimsoll.jobs.summary;

import io.plimsoll.risk.level.Level;
import java.util.Comparator;

/** A change of level, or none where an event repeats the level. */
public record Transition(Level from, Level to) implements Comparable<Transition> {

  private static final Comparator<Transition> ORDER =
      Comparator.comparing(Transition::from).thenComparing(Transition::to);

  @Override
  public int compareTo(Transition other) {
    return ORDER.compare(this, other);
  }
}
