package io.plimsoll.wheel;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.risk.Seeds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of pages, against a map of the JDK. */
class PagesTest {

  private record Key(int side, int number) {}

  private final SplittableRandom random = Seeds.random();
  private final Pages pages = new Pages();
  private final Map<Key, Integer> twin = new HashMap<>(); // bucket 0's head

  /** Few keys, so that pages come and go and runs of the table are cut in the middle; and many. */
  @ParameterizedTest
  @ValueSource(ints = {2, 20, 3_000})
  void findsWhatIsThereAndNothingElseHoweverPagesComeAndGo(int numbers) {
    List<Key> keys = new ArrayList<>();
    for (int i = 0; i < numbers; i++) {
      keys.add(new Key(random.nextInt(8), random.nextInt(-1 << 18, 1 << 18)));
    }
    keys.add(new Key(0, -1));
    keys.add(new Key(0, 0));
    keys.add(new Key(7, Integer.MIN_VALUE));
    keys.add(new Key(7, Integer.MAX_VALUE));
    for (int round = 0; round < 30_000; round++) {
      Key key = keys.get(random.nextInt(keys.size()));
      if (round / 2_500 % 2 == 0 ? random.nextInt(3) > 0 : random.nextInt(3) == 0) {
        add(key, round);
      } else {
        remove(key);
      }
      assertThat(pages.count()).isEqualTo(twin.size());
      Key asked = keys.get(random.nextInt(keys.size()));
      check(asked, round);
    }
    keys.forEach(key -> check(key, -1));
    keys.forEach(this::remove);
    assertThat(pages.count()).isZero();
    keys.forEach(key -> check(key, -2));
  }

  private void add(Key key, int entry) {
    int page = pages.at(key.side, key.number);
    Integer before = twin.put(key, entry);
    assertThat(pages.push(page, 0, entry)).isEqualTo(before == null ? Entries.NONE : before);
  }

  private void remove(Key key) {
    if (twin.remove(key) != null) {
      int page = pages.find(key.side, key.number);
      pages.takeAll(page, 0);
      pages.freeIfEmpty(page);
    }
  }

  private void check(Key key, int round) {
    int page = pages.find(key.side, key.number);
    assertThat(page != Pages.NONE)
        .as("%s, %s", Seeds.round(round), key)
        .isEqualTo(twin.containsKey(key));
    if (page != Pages.NONE) {
      assertThat(pages.exists(page)).isTrue();
      assertThat(pages.side(page)).isEqualTo(key.side);
      assertThat(pages.number(page)).isEqualTo(key.number);
      assertThat(pages.filled(page)).isEqualTo(1);
    }
  }

  @Test
  void aBucketIsAListWhoseHeadIsWhatCameLast() {
    int page = pages.at(3, 5);
    assertThat(pages.push(page, 63, 10)).isEqualTo(Entries.NONE);
    assertThat(pages.push(page, 63, 11)).isEqualTo(10);
    assertThat(pages.push(page, 0, 12)).isEqualTo(Entries.NONE);
    assertThat(pages.filled(page)).isEqualTo(1L << 63 | 1);
    assertThat(pages.takeAll(page, 63)).isEqualTo(11);
    assertThat(pages.push(page, 63, 13)).as("what was taken is gone").isEqualTo(Entries.NONE);
  }

  @Test
  void aPageStaysWhileOneOfItsBucketsHoldsSomething() {
    int page = pages.at(3, 5);
    pages.push(page, 1, 10);
    pages.push(page, 2, 11);
    pages.takeAll(page, 1);
    pages.freeIfEmpty(page);
    assertThat(pages.find(3, 5)).isEqualTo(page);
    pages.takeAll(page, 2);
    pages.freeIfEmpty(page);
    assertThat(pages.find(3, 5)).isEqualTo(Pages.NONE);
    assertThat(pages.exists(page)).isFalse();
    assertThat(pages.side(page)).isNegative();
  }

  @Test
  void freedPagesAreUsedFirst() {
    for (int i = 0; i < 1_000; i++) {
      pages.push(pages.at(0, i), 0, i);
    }
    long heap = pages.heapBytes();
    for (int i = 0; i < 100_000; i++) {
      int page = pages.find(0, i);
      pages.takeAll(page, 0);
      pages.freeIfEmpty(page);
      pages.push(pages.at(0, i + 1_000), 0, i);
    }
    assertThat(pages.limit()).isEqualTo(1_000);
    assertThat(pages.heapBytes()).isEqualTo(heap);
  }
}
