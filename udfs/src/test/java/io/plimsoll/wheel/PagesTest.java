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

  private static final int EMPTY_AT_MOST = 66;

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
      assertThat(pages.count()).isLessThanOrEqualTo(2 * twin.size() + EMPTY_AT_MOST);
      Key asked = keys.get(random.nextInt(keys.size()));
      check(asked, round);
    }
    keys.forEach(key -> check(key, -1));
    keys.forEach(this::remove);
    for (int side = 0; side < 8; side++) {
      assertThat(pages.areOf(side)).isFalse();
    }
    keys.forEach(key -> check(key, -2));
  }

  private void add(Key key, int entry) {
    int place = Pages.place(pages.at(key.side, key.number), 0);
    Integer before = twin.put(key, entry);
    assertThat(pages.first(place)).isEqualTo(before == null ? Entries.NONE : before);
    pages.setFirst(place, entry);
  }

  private void remove(Key key) {
    if (twin.remove(key) != null) {
      pages.clear(Pages.place(pages.find(key.side, key.number), 0));
    }
  }

  private void check(Key key, int round) {
    int page = pages.find(key.side, key.number);
    String what = Seeds.round(round) + ", " + key;
    if (!twin.containsKey(key)) { // an empty page may still be there
      assertThat(page == Pages.NONE || pages.filled(page) == 0).as(what).isTrue();
      return;
    }
    assertThat(page).as(what).isNotEqualTo(Pages.NONE);
    assertThat(pages.side(page)).isEqualTo(key.side);
    assertThat(pages.number(page)).isEqualTo(key.number);
    assertThat(pages.filled(page)).isEqualTo(1);
    assertThat(pages.first(Pages.place(page, 0))).isEqualTo(twin.get(key));
    assertThat(pages.areOf(key.side)).isTrue();
  }

  @Test
  void aBucketHasAFirstEntryOrNone() {
    int page = pages.at(3, 5);
    int last = Pages.place(page, 63);
    assertThat(pages.first(last)).isEqualTo(Entries.NONE);
    pages.setFirst(last, 10);
    pages.setFirst(Pages.place(page, 0), 12);
    assertThat(pages.first(last)).isEqualTo(10);
    assertThat(pages.filled(page)).isEqualTo(1L << 63 | 1);
    pages.clear(last);
    assertThat(pages.first(last)).as("what was there is gone").isEqualTo(Entries.NONE);
    assertThat(pages.filled(page)).isEqualTo(1);
  }

  @Test
  void aSideHasEntriesUntilItsLastBucketIsEmptied() {
    int one = Pages.place(pages.at(3, 5), 1);
    int other = Pages.place(pages.at(3, 9), 2);
    assertThat(pages.areOf(3)).isFalse();
    pages.setFirst(one, 10);
    pages.setFirst(other, 11);
    pages.clear(one);
    assertThat(pages.areOf(3)).isTrue();
    pages.clear(other);
    assertThat(pages.areOf(3)).isFalse();
    assertThat(pages.areOf(1_000_000)).isFalse();
  }

  @Test
  void emptyPagesAreUsedAgain() {
    for (int i = 0; i < 1_000; i++) {
      pages.setFirst(Pages.place(pages.at(0, i), 0), i);
    }
    for (int i = 0; i < 100_000; i++) {
      pages.clear(Pages.place(pages.find(0, i), 0));
      pages.setFirst(Pages.place(pages.at(0, i + 1_000), 0), i);
    }
    assertThat(pages.limit()).isLessThanOrEqualTo(2_000 + EMPTY_AT_MOST);
  }
}
