package io.plimsoll.benchmarks.market;

import io.plimsoll.jobs.loadfactor.AssetState;
import java.util.List;

/**
 * What moves in one instant.
 *
 * @param tick from 0; {@link #FIRST_MARKS} for the one before all accounts
 * @param states after the instant, of the assets that moved
 */
public record MarketInstant(long tick, List<AssetState> states) {

  public static final long FIRST_MARKS = -1;

  /** Epoch milliseconds. */
  public long instant() {
    return tick == FIRST_MARKS ? MarketSpec.START : MarketSpec.instantOf(tick);
  }
}
