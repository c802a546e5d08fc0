package io.plimsoll.benchmarks.market;

import java.io.Serializable;

/**
 * What is drawn; the same spec is the same market.
 *
 * @param accounts how many
 * @param assets how many, about a tenth of them stablecoins
 * @param minHoldings of an account, at least 2
 * @param maxHoldings of an account
 * @param seed of everything
 * @param kind how prices move
 * @param calmTicks of a crash: ticks of the walk before it
 * @param crashTicks of a crash: instants from the first price to the last
 */
public record MarketSpec(
    int accounts,
    int assets,
    int minHoldings,
    int maxHoldings,
    long seed,
    MarketKind kind,
    long calmTicks,
    long crashTicks)
    implements Serializable {

  /** The instant before all others, epoch milliseconds: every asset gets its first mark. */
  public static final long START = 1_790_000_000_000L;

  /**
   * Accounts are loaded in instants of this many, so that what waits for its instant is bounded.
   */
  public static final int ACCOUNTS_PER_INSTANT = 1_000;

  /** No account is loaded later. */
  public static final long LOAD_END = START + 3_600_000L;

  private static final long TICK_MS = 1_000L;

  /** The instant of a tick, counted from 0. */
  public static long instantOf(long tick) {
    return LOAD_END + (tick + 1) * TICK_MS;
  }

  /** The tick of an instant; negative while accounts are loaded. */
  public static long tickOf(long instant) {
    return Math.floorDiv(instant - LOAD_END, TICK_MS) - 1;
  }

  /** The instant at which an account is loaded. */
  public static long loadInstantOf(long account) {
    return START + 1 + account / ACCOUNTS_PER_INSTANT;
  }
}
