package io.plimsoll.jobs.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpreadTest {

  @Test
  void oneTimeIsAllOfThem() {
    assertThat(Spread.of(List.of(4.5))).isEqualTo(new Spread(4.5, 4.5, 4.5));
  }

  @Test
  void eachIsOneOfThoseMeasuredWhateverTheirOrder() {
    List<Double> ten = IntStream.rangeClosed(1, 10).mapToObj(i -> 11.0 - i).toList();

    assertThat(Spread.of(ten)).isEqualTo(new Spread(5, 9, 10));
  }

  @Test
  void ofAnEvenNumberTheMedianIsTheLowerOne() {
    assertThat(Spread.of(List.of(9.0, 1.0)).median()).isEqualTo(1);
  }
}
