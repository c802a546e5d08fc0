package io.plimsoll.benchmarks.soak;

import io.plimsoll.benchmarks.live.MarketLoad;
import io.plimsoll.benchmarks.market.Accounts;
import io.plimsoll.jobs.market.PositionUpdate;
import io.plimsoll.risk.account.Holding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Accounts that come and go: at each turn one is opened that nobody has heard of, one is changed,
 * and the oldest is closed for good, all its holdings to zero. Those that are open are always as
 * many. Mutable.
 */
final class Churn {

  private static final double LEAST = 0.95;
  private static final double MOST = 1.05;

  private final Accounts accounts;
  private final SplittableRandom random;
  private int oldest;
  private int next;

  /**
   * The churn of accounts that are open already.
   *
   * @param open how many: the first ones by index, at least 1
   */
  Churn(Accounts accounts, int open, long seed) {
    this.accounts = accounts;
    this.random = new SplittableRandom(seed);
    this.next = open;
  }

  /** The rows of the next turn, which may have one instant. */
  List<PositionUpdate> turn(long instant) {
    List<PositionUpdate> updates = new ArrayList<>();
    for (Holding holding : holdings(next)) {
      updates.add(MarketLoad.update(next, holding, holding.amount(), instant));
    }
    next++;
    int changed = random.nextInt(oldest + 1, next);
    List<Holding> held = holdings(changed);
    Holding one = held.get(random.nextInt(held.size()));
    updates.add(MarketLoad.update(changed, one, about(one.amount()), instant));
    for (Holding holding : holdings(oldest)) {
      updates.add(MarketLoad.update(oldest, holding, BigDecimal.ZERO, instant));
    }
    oldest++;
    return updates;
  }

  private List<Holding> holdings(int account) {
    return accounts.account(account).holdings();
  }

  /** Of what was opened with, not of the last change: accounts do not drift to their lines. */
  private BigDecimal about(BigDecimal opened) {
    BigDecimal factor = BigDecimal.valueOf(random.nextDouble(LEAST, MOST));
    return opened.multiply(factor).setScale(opened.scale(), RoundingMode.UP);
  }

  /** Accounts that nobody had heard of, so far. */
  int opened() {
    return next;
  }
}
