package io.plimsoll.jobs.watch;

import static io.plimsoll.jobs.Fixture.parameters;
import static io.plimsoll.jobs.Fixture.position;
import static io.plimsoll.risk.account.Kind.COLLATERAL;
import static io.plimsoll.risk.account.Kind.DEBT;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.plimsoll.jobs.watch.WatchOptions.Finder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** ETH at 2000 with threshold 0.8: one ETH carries a debt of up to 1600 USDC. */
class MarginWatchTest {

  private static final long SEED = 20_261_128L;

  private static void open(Watching market, String account, String debt) throws IOException {
    market.update(
        position(0, account, "ETH", COLLATERAL, "1"), position(0, account, "USDC", DEBT, debt));
  }

  private static void close(Watching market, String account) throws IOException {
    market.update(
        position(0, account, "ETH", COLLATERAL, "0"), position(0, account, "USDC", DEBT, "0"));
  }

  private static Watching priced(Finder finder) throws IOException {
    Watching market = new Watching(parameters(), finder);
    market.price("ETH", 2000);
    market.price("USDC", 1);
    return market;
  }

  @Nested
  class TheWheel {

    @Test
    void judgesFewAndMissesNone() throws IOException {
      SplittableRandom random = new SplittableRandom(SEED);
      Watching wheel = priced(Finder.WHEEL);
      Watching holders = priced(Finder.HOLDERS);
      for (int i = 0; i < 1_000; i++) {
        String debt = Integer.toString(500 + random.nextInt(950));
        open(wheel, "a" + i, debt);
        open(holders, "a" + i, debt);
      }
      long before = wheel.watch().judgements();
      double eth = 2000;
      for (int tick = 0; tick < 2_000; tick++) {
        eth *= 1 + 0.0005 * (random.nextDouble() * 2 - 1.3);
        wheel.price("ETH", eth);
        holders.price("ETH", eth);
      }
      assertThat(wheel.events()).as("seed %d", SEED).hasSizeGreaterThan(50);
      assertThat(wheel.events())
          .as("seed %d", SEED)
          .containsExactlyInAnyOrderElementsOf(holders.events());
      long judged = wheel.watch().judgements() - before;
      assertThat(judged).as("judgements of 2,000,000 holders touched").isLessThan(50_000);
    }

    @Test
    void leavesAloneWhoOwesNothing() throws IOException {
      Watching market = priced(Finder.WHEEL);
      market.update(position(0, "saver", "ETH", COLLATERAL, "5"));
      assertThat(market.watch().watchedAccounts()).isZero();
      assertThat(market.watch().finderEntries()).isZero();
      market.price("ETH", 1); // and when the price is all but gone
      assertThat(market.events()).isEmpty();
    }
  }

  @Nested
  class Churn {

    @Test
    void leavesNothingBehind() throws IOException {
      Watching market = priced(Finder.WHEEL);
      open(market, "constant", "1000");
      long bytes = 0;
      double eth = 2000;
      SplittableRandom random = new SplittableRandom(SEED);
      // Ten accounts come and go a hundred thousand times: their states are all that stays.
      for (int i = 0; i < 1_000_000; i++) {
        String account = "account-" + i % 10;
        open(market, account, i % 2 == 0 ? "1000" : "1450");
        if (i % 100 == 0) {
          eth = 1950 + random.nextInt(100);
          market.price("ETH", eth);
        }
        close(market, account);
        if (i == 10_000) {
          bytes = market.watch().heapBytes();
        }
        market.events().clear();
      }
      assertThat(market.watch().watchedAccounts()).isEqualTo(1);
      assertThat(market.watch().finderEntries()).isEqualTo(2);
      assertThat(market.watch().heapBytes()).as("seed %d", SEED).isLessThanOrEqualTo(bytes * 2);
    }
  }

  @Nested
  class ATickThatFiresNothing {

    private static final int TICKS = 10_000;

    @Test
    void allocatesNothing() throws IOException {
      Watching market = priced(Finder.WHEEL);
      for (int i = 0; i < 1_000; i++) {
        open(market, "a" + i, Integer.toString(500 + i / 2));
      }
      Surrounding[] ticks = new Surrounding[200];
      for (int i = 0; i < ticks.length; i++) {
        ticks[i] = Watching.price(i, "ETH", 2000 + 0.01 * (i % 100));
      }
      run(market, ticks); // warm up, and whoever fires fires
      long judged = market.watch().judgements();
      ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      long id = Thread.currentThread().getId();
      long before = thread.getThreadAllocatedBytes(id);
      run(market, ticks);
      long allocated = thread.getThreadAllocatedBytes(id) - before;
      assertThat(market.watch().judgements()).isEqualTo(judged);
      assertThat(allocated).as("bytes in %d ticks", TICKS).isLessThan(TICKS);
    }

    private static void run(Watching market, Surrounding[] ticks) throws IOException {
      for (int i = 0; i < TICKS; i++) {
        market.apply(ticks[i % ticks.length]);
      }
    }
  }
}
