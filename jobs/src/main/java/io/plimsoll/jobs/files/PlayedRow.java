package io.plimsoll.jobs.files;

import io.plimsoll.jobs.market.Intake;
import io.plimsoll.jobs.market.MarketEvent;
import io.plimsoll.jobs.market.Refusal;
import java.util.Optional;

/**
 * A row of a file, for those who hand it on.
 *
 * @param judged what a backfill makes of it
 * @param said what its cells say, believed or not; nothing where they cannot be what they should
 */
public record PlayedRow(Intake judged, Optional<MarketEvent> said) {

  /** Whether its instant orders it; what is refused waits for nothing. */
  public boolean isInTime() {
    return !(judged instanceof Refusal);
  }
}
