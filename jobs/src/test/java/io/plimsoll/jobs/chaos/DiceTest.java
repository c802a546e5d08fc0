package io.plimsoll.jobs.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DiceTest {

  private static final long SEED = 7;

  @Test
  void theSameSeedDrawsTheSame() {
    assertThat(spans(new Dice(SEED, Fault.KILL_BROKER)))
        .isEqualTo(spans(new Dice(SEED, Fault.KILL_BROKER)));
  }

  @Test
  void everyKindAndEverySeedDrawsItsOwn() {
    List<List<Duration>> drawn =
        Stream.of(
                new Dice(SEED, Fault.KILL_BROKER),
                new Dice(SEED, Fault.KILL_JOBMANAGER),
                new Dice(SEED + 1, Fault.KILL_BROKER))
            .map(DiceTest::spans)
            .toList();

    assertThat(drawn).doesNotHaveDuplicates();
  }

  @Test
  void spansAreWithinTheirBoundsAndReachToBothEnds() {
    List<Duration> spans = spans(new Dice(SEED, Fault.PAUSE_BROKER));

    assertThat(spans)
        .allSatisfy(span -> assertThat(span.toMillis()).isBetween(1_000L, 15_000L))
        .anyMatch(span -> span.toMillis() < 2_000)
        .anyMatch(span -> span.toMillis() > 14_000);
  }

  @Test
  void everyOneIsDrawn() {
    Dice dice = new Dice(SEED, Fault.KILL_TASKMANAGER);

    assertThat(IntStream.range(0, 100).mapToObj(i -> dice.oneOf(3)).distinct().sorted())
        .containsExactly(1, 2, 3);
  }

  @Test
  void someSuddenFaultsComeTwiceAndTheOthersNever() {
    assertThat(strikes(Fault.KILL_TASKMANAGER)).containsExactly(1, 2);
    assertThat(strikes(Fault.RESTART)).containsExactly(1);
  }

  private static List<Integer> strikes(Fault fault) {
    Dice dice = new Dice(SEED, fault);
    return IntStream.range(0, 100).mapToObj(i -> dice.strikes(fault)).distinct().sorted().toList();
  }

  private static List<Duration> spans(Dice dice) {
    return IntStream.range(0, 200).mapToObj(i -> dice.between(1_000, 15_000)).toList();
  }
}
