package io.plimsoll.risk.line;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.plimsoll.risk.Account;
import io.plimsoll.risk.Market;
import io.plimsoll.risk.RandomMarkets;
import io.plimsoll.risk.RandomMarkets.Numbers;
import io.plimsoll.risk.Seeds;
import io.plimsoll.risk.health.Assessment;
import io.plimsoll.risk.health.Factor;
import io.plimsoll.risk.health.Portfolio;
import io.plimsoll.risk.level.Level;
import io.plimsoll.risk.level.Standing;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever fires is given triggers anew: on the hot path, as the judgement is. */
class LinesAllocationTest {

  private static final int ROUNDS = 20_000;

  /** For whatever the measurement itself, or a late compilation, may leave: not one per round. */
  private static final long TINY = 1_024;

  private static final Standing[] STANDINGS = {
    Standing.NEW,
    new Standing(Level.MARGIN_CALL, false, false, false),
    new Standing(Level.LIQUIDATABLE, false, false, false),
    new Standing(Level.INSOLVENT, true, true, false)
  };

  private final RandomMarkets random = new RandomMarkets(Seeds.random(), Numbers.EVERYDAY);
  private final Market market = random.market();
  private final Assessment assessment = new Assessment(market.table());
  private final Lines lines =
      new Lines(market.table(), new Coordinates(market.table()), market.levels());
  private final List<Portfolio> portfolios = new ArrayList<>();
  private final List<Factor> fs = new ArrayList<>();
  private final Counted counted = new Counted();

  @Test
  void givingTriggersAllocatesNothingWhileDoublesDecide() {
    while (portfolios.size() < 100) {
      Account account = random.account(market);
      if (!watch(account.portfolio(), account.line())) {
        portfolios.add(account.portfolio());
        fs.add(account.line());
      }
    }
    rounds();
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long id = Thread.currentThread().getId();
    long before = thread.getThreadAllocatedBytes(id);
    rounds();
    long allocated = thread.getThreadAllocatedBytes(id) - before;
    assertThat(allocated).as("%s, of %d triggers", Seeds.round(0), counted.n).isLessThan(TINY);
  }

  private void rounds() {
    for (int i = 0; i < ROUNDS; i++) {
      watch(portfolios.get(i % portfolios.size()), fs.get(i % portfolios.size()));
    }
  }

  /** At every level; whether exact arithmetic was needed. */
  private boolean watch(Portfolio portfolio, Factor f) {
    assessment.assess(portfolio, f);
    for (Standing standing : STANDINGS) {
      lines.of(standing, assessment, counted);
    }
    return assessment.wentExact();
  }

  private static final class Counted implements Triggers {
    private long n;

    @Override
    public void fall(int coordinate, double trigger) {
      n++;
    }

    @Override
    public void rise(int coordinate, double trigger) {
      n++;
    }

    @Override
    public void anyChange(int asset) {
      n++;
    }

    @Override
    public void rateChange(int asset) {
      n++;
    }

    @Override
    public void venueChange() {
      n++;
    }
  }
}
