package io.plimsoll.wheel;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.plimsoll.risk.Seeds;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a wheel holds on to, and what it leaves to the collector: nothing. */
class WheelMemoryTest {

  private static final IntConsumer NOBODY = account -> {};

  private final SplittableRandom random = Seeds.random();
  private final PriceWheel wheel = new PriceWheel();

  @Nested
  class AMillionAccountsThatOpenAndClose {

    @Test
    void leaveNothingBehind() {
      int coordinates = 20;
      for (int c = 0; c < coordinates; c++) {
        wheel.move(c, 100, NOBODY);
      }
      long heap = 0;
      int most = 0;
      for (int i = 0; i < 1_000_000; i++) {
        int account = i % 500; // numbers are used again
        wheel.forget(account);
        for (int k = 0; k < 3; k++) {
          int c = random.nextInt(coordinates);
          wheel.watchFall(account, c, wheel.value(c) * random.nextDouble(0.3, 1));
        }
        int c = random.nextInt(coordinates);
        // A walk that is drawn home, over several thousand pages.
        double drift = 0.02 * random.nextDouble(-1, 1) - 1e-4 * Math.log(wheel.value(c) / 100);
        wheel.move(c, wheel.value(c) * Math.exp(drift), NOBODY);
        if (i == 20_000) {
          heap = wheel.heapBytes();
        }
        if (i > 20_000) {
          most = Math.max(most, wheel.entries());
        }
      }
      assertThat(wheel.entries()).isLessThanOrEqualTo(1_500);
      assertThat(most).as(Seeds.round(0)).isLessThan(4_500);
      assertThat(wheel.heapBytes()).as(Seeds.round(0)).isLessThanOrEqualTo(2 * heap);
    }
  }

  @Nested
  class ManyAccounts {

    /** Near their line: most of what they wait for is never met. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8})
    void registeredAgainAndAgainHoldNoMoreThanTwoAndAHalfTimesWhatIsInForce(int triggers) {
      int accounts = 24_000 / triggers;
      wheel.move(0, 100, NOBODY);
      double most = 0;
      for (int i = 0; i < 15 * accounts; i++) {
        int account = i < accounts ? i : random.nextInt(accounts);
        wheel.forget(account);
        for (int k = 0; k < triggers; k++) {
          wheel.watchFall(account, k, Math.pow(10, random.nextDouble(-300, 2)));
        }
        if (i > accounts) {
          most = Math.max(most, (double) wheel.entries() / wheel.entries());
        }
      }
      assertThat(wheel.entries()).isEqualTo(accounts * triggers);
      assertThat(most).as(Seeds.round(0)).isLessThan(2.5);
    }

    @Test
    void thatAreForgottenAreSweptUpByTheForgetting() {
      for (int account = 0; account < 200_000; account++) {
        wheel.watchRise(account, 0, Math.pow(10, random.nextDouble(-5, 5)));
      }
      for (int account = 0; account < 200_000; account++) {
        wheel.forget(account);
      }
      assertThat(wheel.entries()).isZero();
      assertThat(wheel.entries()).isLessThan(100_000);
    }

    /** Also after there were many more. */
    @Test
    void thatBecameFewHoldLittleAgain() {
      for (int account = 0; account < 200_000; account++) {
        wheel.watchRise(account, 0, Math.pow(10, random.nextDouble(-5, 5)));
      }
      for (int account = 0; account < 200_000; account++) {
        wheel.forget(account);
      }
      long heap = wheel.heapBytes();
      int most = 0;
      for (int i = 0; i < 400_000; i++) {
        wheel.forget(i % 10_000);
        wheel.watchRise(i % 10_000, 0, Math.pow(10, random.nextDouble(-5, 5)));
        most = i < 200_000 ? 0 : Math.max(most, wheel.entries());
      }
      assertThat(most).as(Seeds.round(0)).isLessThan(25_000);
      assertThat(wheel.heapBytes()).isEqualTo(heap);
    }
  }

  @Nested
  class Prices {

    @Test
    void thatNobodyWaitsAtCostNothing() {
      wheel.watchFall(1, 0, -1);
      wheel.watchRise(1, 0, Double.MAX_VALUE);
      long heap = wheel.heapBytes();
      for (int i = 0; i < 100_000; i++) {
        wheel.move(0, Math.pow(10, random.nextDouble(-300, 300)), NOBODY);
      }
      assertThat(wheel.fired()).isZero();
      assertThat(wheel.heapBytes()).isEqualTo(heap);
    }

    /** At worst each entry has a page of its own, and room was just doubled. */
    @Test
    void overAllDoublesCostByWhoWaitsThereAndNotByTheirRange() {
      int accounts = 10_000;
      for (int account = 0; account < accounts; account++) {
        wheel.watchRise(account, 0, Math.pow(10, random.nextDouble(-300, 300)));
      }
      assertThat(wheel.heapBytes() / accounts).isLessThan(2 * 280 + 50);
    }
  }

  @Nested
  class Allocation {

    /** For whatever the measurement itself, or a late compilation, may leave: not one per round. */
    private static final long TINY = 1_024;

    private static final int ACCOUNTS = 1_000;
    private static final int COORDINATES = 10;

    /** The next moves, made before they are measured. */
    private final double[] factor = random.doubles(10_000, 0.999, 1.001).toArray();

    private final int[] fired = new int[2 * ACCOUNTS];
    private int firedCount;
    private int next;

    private final IntConsumer told = account -> fired[firedCount++] = account;

    private long allocatedBy(Runnable rounds) {
      rounds.run(); // warm up
      ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      long id = Thread.currentThread().getId();
      long before = thread.getThreadAllocatedBytes(id);
      rounds.run();
      return thread.getThreadAllocatedBytes(id) - before;
    }

    private void watch(int account) {
      for (int k = 0; k < 4; k++) {
        int c = (account + k) % COORDINATES;
        double now = wheel.value(c);
        wheel.watchFall(account, c, now * 0.99);
        wheel.watchRise(account, c, now * (k == 0 ? 1.001 : 1.01));
      }
    }

    private void open() {
      for (int c = 0; c < COORDINATES; c++) {
        wheel.move(c, 100, NOBODY);
      }
      for (int account = 0; account < ACCOUNTS; account++) {
        watch(account);
      }
    }

    private void tick() {
      int i = next++ % factor.length;
      int c = i % COORDINATES;
      // Drawn home, so that the prices of the second run are those of the first.
      double to = wheel.value(c) > 105 ? 100 : wheel.value(c) < 95 ? 100 : wheel.value(c);
      wheel.move(c, to * factor[i], told);
      for (int k = 0; k < firedCount; k++) {
        watch(fired[k]);
      }
      firedCount = 0;
    }

    @Test
    void aMoveThatFiresNobodyAllocatesNothing() {
      open();
      long bytes =
          allocatedBy(
              () -> {
                for (int i = 0; i < 100_000; i++) {
                  wheel.move(i % COORDINATES, 100 * (1 + 1e-9 * (i % 7)), told);
                }
              });
      assertThat(wheel.fired()).isZero();
      assertThat(bytes).isLessThan(TINY);
    }

    @Test
    void firingAndWatchingAnewAllocatesNothingInSteadyState() {
      open();
      for (int i = 0; i < 200_000; i++) {
        tick();
      }
      long before = wheel.fired();
      long bytes =
          allocatedBy(
              () -> {
                for (int i = 0; i < 50_000; i++) {
                  tick();
                }
              });
      assertThat(wheel.fired() - before).as("rounds that fired").isGreaterThan(20_000);
      assertThat(bytes).as(Seeds.round(0)).isLessThan(TINY);
    }
  }
}
