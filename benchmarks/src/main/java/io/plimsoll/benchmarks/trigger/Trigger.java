package io.plimsoll.benchmarks.trigger;

import io.plimsoll.benchmarks.market.Account;
import io.plimsoll.benchmarks.market.MarketSpec;
import io.plimsoll.risk.level.Level;
import java.util.List;
import java.util.Locale;

/**
 * A margin event in a long, of which the order is that of ticks, then accounts: 28 bits of tick, 31
 * of account, 2 of each level.
 */
public final class Trigger {

  private static final int LEVEL_BITS = 2;
  private static final int ACCOUNT_BITS = 31;
  private static final int ACCOUNT_SHIFT = 2 * LEVEL_BITS;
  private static final int TICK_SHIFT = ACCOUNT_SHIFT + ACCOUNT_BITS;
  private static final long LEVEL_MASK = (1L << LEVEL_BITS) - 1;
  private static final long ACCOUNT_MASK = (1L << ACCOUNT_BITS) - 1;

  /** The most ticks that a run may have. */
  public static final long MAX_TICKS = 1L << (Long.SIZE - 1 - TICK_SHIFT);

  private static final List<Level> LEVELS = List.of(Level.values());

  private Trigger() {}

  public static long of(long tick, int account, Level from, Level to) {
    return tick << TICK_SHIFT
        | (long) account << ACCOUNT_SHIFT
        | (long) LEVELS.indexOf(from) << LEVEL_BITS
        | LEVELS.indexOf(to);
  }

  public static long tick(long trigger) {
    return trigger >> TICK_SHIFT;
  }

  /** For people. */
  public static String text(long trigger) {
    return String.format(
        Locale.ROOT,
        "%s at %d (tick %d): %s -> %s",
        Account.idOf((int) (trigger >> ACCOUNT_SHIFT & ACCOUNT_MASK)),
        MarketSpec.instantOf(tick(trigger)),
        tick(trigger),
        LEVELS.get((int) (trigger >> LEVEL_BITS & LEVEL_MASK)),
        LEVELS.get((int) (trigger & LEVEL_MASK)));
  }
}
