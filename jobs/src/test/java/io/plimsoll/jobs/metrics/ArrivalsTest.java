package io.plimsoll.jobs.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

  private static final long SEED = 20_261_128L;
  private static final long NOTHING_OVER = -1;

  private final Arrivals arrivals = new Arrivals();

  @Test
  void anInstantHasTheLatestOfItsArrivals() {
    arrivals.note(100, 7, NOTHING_OVER);
    arrivals.note(100, 9, NOTHING_OVER);
    arrivals.note(100, 8, NOTHING_OVER);
    assertThat(arrivals.of(100)).isEqualTo(9);
  }

  @Test
  void anInstantOfWhichNothingCameFromATopicHasNone() {
    arrivals.note(100, Arrivals.NONE, NOTHING_OVER);
    assertThat(arrivals.of(100)).isEqualTo(Arrivals.NONE);
    assertThat(arrivals.of(0)).isEqualTo(Arrivals.NONE);
  }

  @Test
  void whatIsOverGivesItsPlaceToTheNext() {
    arrivals.note(100, 7, NOTHING_OVER);
    arrivals.note(100 + Arrivals.LONGEST, 8, 100);
    assertThat(arrivals.of(100 + Arrivals.LONGEST)).isEqualTo(8);
    assertThat(arrivals.of(100)).isEqualTo(Arrivals.NONE);
  }

  @Test
  void twoOpenInstantsOneMillisecondCloserThanTheLongestAreBothKnown() {
    arrivals.note(100, 7, NOTHING_OVER);
    arrivals.note(100 + Arrivals.LONGEST - 1, 8, NOTHING_OVER);
    assertThat(arrivals.of(100)).isEqualTo(7);
    assertThat(arrivals.of(100 + Arrivals.LONGEST - 1)).isEqualTo(8);
  }

  @Test
  void beyondTheLongestTheEarlierIsForgottenAndNotWrong() {
    arrivals.note(100, 7, NOTHING_OVER);
    arrivals.note(100 + Arrivals.LONGEST, 8, NOTHING_OVER);
    assertThat(arrivals.of(100)).isEqualTo(Arrivals.NONE);
    assertThat(arrivals.of(100 + Arrivals.LONGEST)).isEqualTo(8);
  }

  @Test
  void agreesWithAMapOfAllOpenInstants() {
    SplittableRandom random = new SplittableRandom(SEED);
    Map<Long, Long> map = new HashMap<>();
    long over = 1_700_000_000_000L;
    for (int i = 0; i < 200_000; i++) {
      long instant = over + 1 + random.nextInt(20_000);
      long arrival = instant + random.nextInt(1_000);
      arrivals.note(instant, arrival, over);
      map.merge(instant, arrival, Math::max);
      if (i % 10 == 0) {
        over += random.nextInt(100);
        long until = over;
        map.keySet().removeIf(past -> past <= until);
      }
      if (i % 1_000 == 0) {
        map.forEach(
            (open, latest) -> assertThat(arrivals.of(open)).as("seed %d", SEED).isEqualTo(latest));
      }
    }
    assertThat(map).hasSizeGreaterThan(1_000);
  }
}
