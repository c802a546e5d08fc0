package io.plimsoll.jobs.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class InstantQueueTest {

  private static final long SEED = 20_261_128L;

  @Test
  void givesWholeInstantsInOrderWhateverTheOrderOfArrival() {
    SplittableRandom random = new SplittableRandom(SEED);
    InstantQueue<Integer> queue = new InstantQueue<>();
    TreeMap<Long, List<Integer>> twin = new TreeMap<>();
    for (int round = 0; round < 50_000; round++) {
      if (random.nextInt(5) > 1 || twin.isEmpty()) {
        long instant = random.nextLong(200);
        queue.add(instant, round);
        twin.computeIfAbsent(instant, t -> new ArrayList<>()).add(round);
      } else {
        assertThat(queue.first()).as("seed %d, round %d", SEED, round).isEqualTo(twin.firstKey());
        List<Integer> taken = new ArrayList<>();
        queue.take(queue.first(), taken);
        assertThat(taken)
            .as("seed %d, round %d", SEED, round)
            .containsExactlyInAnyOrderElementsOf(twin.pollFirstEntry().getValue());
      }
    }
    assertThat(queue.all())
        .containsExactlyInAnyOrderElementsOf(twin.values().stream().flatMap(List::stream).toList());
  }

  /** As from two subtasks upstream, each in order, of which now one and now the other is ahead. */
  @Test
  void mergesInputsThatAreEachInOrder() {
    SplittableRandom random = new SplittableRandom(SEED);
    InstantQueue<Long> queue = new InstantQueue<>();
    long[] inputs = {0, 0, 0};
    long over = 0;
    for (int round = 0; round < 2_000; round++) {
      int input = random.nextInt(inputs.length);
      for (int i = random.nextInt(200); i > 0; i--) {
        inputs[input] += random.nextInt(3);
        queue.add(inputs[input], inputs[input]);
      }
      long watermark = Arrays.stream(inputs).min().orElseThrow() - 1;
      List<Long> taken = new ArrayList<>();
      while (queue.first() <= watermark) {
        long instant = queue.first();
        queue.take(instant, taken);
        assertThat(taken).as("seed %d, round %d", SEED, round).isNotEmpty().containsOnly(instant);
        assertThat(instant).isGreaterThan(over);
        over = instant;
        taken.clear();
      }
    }
    assertThat(over).isPositive();
  }

  @Test
  void ofAnInstantThatIsNotTheFirstThereIsNothingToTake() {
    InstantQueue<String> queue = new InstantQueue<>();
    assertThat(queue.first()).isEqualTo(InstantQueue.NONE);
    queue.add(7, "later");
    List<String> taken = new ArrayList<>();
    queue.take(3, taken);
    assertThat(taken).isEmpty();
    assertThat(queue.first()).isEqualTo(7);
  }
}
