package io.plimsoll.twin;

/** Whether a venue can be reached, and how hard it is to (§§4, 6). */
final class VenueState {
  private final long gracePeriod;
  private final Coverage coverage;
  private double stress;
  private boolean down;
  private Long graceEnd;

  VenueState(long gracePeriod, Coverage coverage) {
    this.gracePeriod = gracePeriod;
    this.coverage = coverage;
  }

  double stress() {
    return stress;
  }

  /** The end of the grace period, or {@code null} when none ever began. */
  Long graceEnd() {
    return graceEnd;
  }

  void apply(InputRow.VenueCondition row, long now) {
    if (row.stress() != null) {
      stress = row.stress();
    }
    if (row.up() == null) {
      return;
    }
    if (row.up() && down) {
      graceEnd = now + gracePeriod;
      coverage.hit(gracePeriod == 0 ? "venue: up without grace" : "venue: up with grace");
    }
    coverage.hit(!row.up() && down, "venue: down while down");
    coverage.hit(!row.up() && !down && isImpaired(now), "venue: down during grace");
    coverage.hit(
        row.up() && !down, isImpaired(now) ? "venue: up during grace" : "venue: up while up");
    down = !row.up();
  }

  /** Down, or up again but not for long enough for people to have acted. */
  boolean isImpaired(long now) {
    return down || graceEnd != null && now < graceEnd;
  }
}
