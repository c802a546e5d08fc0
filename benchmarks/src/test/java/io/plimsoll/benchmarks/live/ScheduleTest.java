package io.plimsoll.benchmarks.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScheduleTest {

  private static final long START = 1_790_000_000_000_000L;

  @Test
  void isEvenAndDoesNotDrift() {
    Schedule thirds = new Schedule(START, 3);

    assertThat(thirds.dueMicros(0)).isEqualTo(START);
    assertThat(thirds.dueMicros(1)).isEqualTo(START + 333_333);
    assertThat(thirds.dueMicros(3_000_000)).isEqualTo(START + 1_000_000_000_000L);
    assertThat(thirds.countIn(20)).isEqualTo(60);
  }

  @Test
  void doesNotWaitForWhatIsLongDue() {
    WallClock clock = new WallClock();
    long before = clock.micros();

    new Schedule(before - 1_000_000, 1).await(1, clock);

    assertThat(clock.micros()).isGreaterThanOrEqualTo(before);
  }

  @Test
  void waitsUntilTheMillisecondOfWhatIsYetToComeIsOver() {
    WallClock clock = new WallClock();
    long start = clock.micros() / 1_000 * 1_000 + 700;

    new Schedule(start, 100).await(1, clock);

    assertThat(clock.micros()).isGreaterThanOrEqualTo(start + 10_300);
  }
}
