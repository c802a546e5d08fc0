package io.plimsoll.risk.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.plimsoll.risk.Account;
import io.plimsoll.risk.Market;
import io.plimsoll.risk.RandomMarkets;
import io.plimsoll.risk.RandomMarkets.Numbers;
import io.plimsoll.risk.Seeds;
import io.plimsoll.risk.level.Level;
import io.plimsoll.risk.level.LevelPolicy;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Judging is the hot path: while doubles decide it leaves the collector nothing to do. */
class AllocationTest {

  private static final int ROUNDS = 10_000;

  /** For whatever the measurement itself, or a late compilation, may leave: not one per round. */
  private static final long TINY = 1_024;

  private final RandomMarkets random = new RandomMarkets(Seeds.random(), Numbers.EVERYDAY);
  private final Market market = random.market();
  private final Assessment assessment = new Assessment(market.table());
  private final LevelPolicy levels = new LevelPolicy(market.levels());
  private final List<Portfolio> portfolios = new ArrayList<>();
  private final List<Factor> lines = new ArrayList<>();
  private int sink;

  @Test
  void judgingAllocatesNothingWhileDoublesDecide() {
    while (portfolios.size() < 100) {
      Account account = random.account(market);
      if (!questioned(account.portfolio(), account.line())) {
        portfolios.add(account.portfolio());
        lines.add(account.line());
      }
    }
    rounds(ROUNDS); // warm up
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long id = Thread.currentThread().getId();
    long before = thread.getThreadAllocatedBytes(id);
    rounds(ROUNDS);
    long allocated = thread.getThreadAllocatedBytes(id) - before;
    assertThat(allocated).as("%s, bytes, sink %d", Seeds.round(0), sink).isLessThan(TINY);
  }

  private void rounds(int n) {
    for (int i = 0; i < n; i++) {
      int k = i % portfolios.size();
      sink += questioned(portfolios.get(k), lines.get(k)) ? 1 : 0;
    }
  }

  /** Asks all there is to ask; whether exact arithmetic was needed. */
  private boolean questioned(Portfolio portfolio, Factor line) {
    assessment.assess(portfolio, line);
    sink += assessment.isFavourablyBelowLine() ? 1 : 0;
    sink += assessment.isFavourablyInsolvent() ? 1 : 0;
    sink += assessment.isPrudentlyBelow(portfolio.callFactor()) ? 1 : 0;
    sink += assessment.isPrudentlyBelow(portfolio.releaseFactor()) ? 1 : 0;
    sink += levels.isFullLiquidation(assessment) ? 1 : 0;
    sink += levels.next(Level.SAFE, assessment).ordinal();
    sink += levels.next(Level.INSOLVENT, assessment).ordinal();
    return assessment.wentExact();
  }
}
