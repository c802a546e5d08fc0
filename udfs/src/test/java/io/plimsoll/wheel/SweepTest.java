package io.plimsoll.wheel;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.risk.Seeds;
import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the sweep takes, what it leaves, and how much of it happens at a time. */
class SweepTest {

  private static final int SIDE = 4;

  private final SplittableRandom random = Seeds.random();
  private final Entries entries = new Entries();
  private final Pages pages = new Pages();
  private final BitSet stale = new BitSet();
  private int asked;

  private final Sweep sweep =
      new Sweep(
          entries,
          pages,
          (side, entry) -> {
            assertThat(side).isEqualTo(SIDE);
            asked++;
            return stale.get(entry);
          });

  /** Entries in so many buckets. */
  private void fill(int n, int buckets) {
    for (int i = 0; i < n; i++) {
      int bucket = random.nextInt(buckets);
      int entry = entries.take();
      int page = pages.at(SIDE, bucket >> Pages.BUCKET_BITS);
      entries.set(entry, 0, 0, pages.push(page, bucket & Pages.IN_PAGE, entry));
    }
  }

  private int inForce() {
    return entries.used() - stale.cardinality();
  }

  /** Pays until nothing is left to do; how often that was. */
  private int payUp() {
    int times = 0;
    int before;
    do {
      before = asked;
      for (int i = 0; i < 1_000; i++) {
        sweep.pay(inForce());
        times++;
      }
    } while (asked > before);
    return times;
  }

  /** Entries that can still be reached. */
  private BitSet found() {
    BitSet found = new BitSet();
    for (int page = 0; page < pages.limit(); page++) {
      for (int bucket = 0; pages.exists(page) && bucket < Pages.BUCKETS; bucket++) {
        if ((pages.filled(page) & 1L << bucket) != 0) {
          int head = pages.takeAll(page, bucket);
          for (int entry = head; entry != Entries.NONE; entry = entries.next(entry)) {
            found.set(entry);
          }
          pages.push(page, bucket, head);
        }
      }
    }
    return found;
  }

  private void sweepTo(int left) {
    for (int i = 0; i < 1_000_000 && entries.used() > left; i++) {
      sweep.pay(left);
    }
    assertThat(entries.used()).isEqualTo(left);
  }

  private void spoil(int n, int share) {
    for (int i = 0; i < n; i++) {
      if (i % share == 0) {
        stale.set(i);
      }
    }
  }

  @Nested
  class OfManyStale {

    @Test
    void allAreTakenAndNoOther() {
      int n = 30_000;
      fill(n, 100_000);
      spoil(n, 2);
      int left = inForce();
      sweepTo(left);
      stale.flip(0, n);
      assertThat(found()).isEqualTo(stale);
    }

    @Test
    void aRoundEndsAndTheNextOnesWait() {
      int n = 30_000;
      fill(n, 1_000_000);
      spoil(n, 2);
      int left = inForce();
      sweepTo(left);
      stale.clear();
      payUp(); // to the end of the round
      asked = 0;
      payUp();
      assertThat(asked).isZero();
    }

    @Test
    void pagesLeftEmptyAreFreed() {
      fill(20_000, 10_000);
      stale.set(0, 20_000);
      sweepTo(0);
      assertThat(pages.count()).isZero();
    }
  }

  @Nested
  class OfFew {

    @Test
    void nothingIsDoneWhileNoMoreThanAThirdIsStale() {
      fill(30_000, 100_000);
      spoil(30_000, 3);
      payUp();
      assertThat(asked).isZero();
    }

    @Test
    void nothingIsDoneWhileThereAreFewAtAll() {
      fill(1_000, 100_000);
      spoil(1_000, 1);
      payUp();
      assertThat(asked).isZero();
    }
  }

  @Nested
  class AtATime {

    @Test
    void noMoreThanAFewStepsAndABucketAreTaken() {
      fill(30_000, 3_000);
      spoil(30_000, 2);
      int largest = 0;
      for (int i = 0; i < 100_000; i++) {
        int before = asked;
        sweep.pay(0);
        largest = Math.max(largest, asked - before);
      }
      assertThat(largest).as(Seeds.round(0)).isLessThan(4 + 40);
    }
  }
}
