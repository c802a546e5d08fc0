package io.plimsoll.jobs.watch;

import io.plimsoll.jobs.loadfactor.AssetState;
import io.plimsoll.jobs.market.VenueReading;

/** What every account is judged against: broadcast to all of them. */
public sealed interface Surrounding {

  /** Epoch milliseconds. */
  long instant();

  /** An asset changed. */
  record Asset(AssetState state) implements Surrounding {
    @Override
    public long instant() {
      return state.instant();
    }
  }

  /** A venue was told of. */
  record Venue(VenueReading reading) implements Surrounding {
    @Override
    public long instant() {
      return reading.instant();
    }
  }
}
