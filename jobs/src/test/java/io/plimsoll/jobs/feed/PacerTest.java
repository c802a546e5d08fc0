package io.plimsoll.jobs.feed;

import static io.plimsoll.jobs.feed.FakeStopwatch.NANOS_PER_MS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PacerTest {

  private static final long T = 1_583_020_800_000L;

  private final FakeStopwatch stopwatch = new FakeStopwatch();

  @Test
  void theFirstInstantIsDueAtOnce() {
    assertThat(new Pacer(new Speed(1), stopwatch).nanosUntil(T)).isZero();
  }

  @Test
  void aLaterOneWaitsForItsShareOfTheTimeBetween() {
    Pacer pacer = new Pacer(new Speed(60), stopwatch);
    pacer.nanosUntil(T);

    assertThat(pacer.nanosUntil(T + 60_000)).isEqualTo(1_000 * NANOS_PER_MS);
    stopwatch.pass(400);
    assertThat(pacer.nanosUntil(T + 60_000)).isEqualTo(600 * NANOS_PER_MS);
  }

  @Test
  void whatWasHeldUpIsCaughtUpWith() {
    Pacer pacer = new Pacer(new Speed(1), stopwatch);
    pacer.nanosUntil(T);
    stopwatch.pass(5_000);

    assertThat(pacer.nanosUntil(T + 3_000)).isNegative();
    assertThat(pacer.nanosUntil(T + 6_000)).isEqualTo(1_000 * NANOS_PER_MS);
  }

  @Test
  void itSaysHowFarEventTimeHasPassed() {
    Pacer pacer = new Pacer(new Speed(60), stopwatch);
    pacer.nanosUntil(T);
    stopwatch.pass(400);
    assertThat(pacer.reached()).isEqualTo(T + 24_000);

    Pacer unpaced = new Pacer(Speed.MAX, stopwatch);
    unpaced.nanosUntil(T);
    assertThat(unpaced.reached()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void anotherSpeedHoldsFromWhereItHasCome() {
    Pacer pacer = new Pacer(new Speed(60), stopwatch);
    pacer.nanosUntil(T);
    stopwatch.pass(1_000);
    pacer.change(new Speed(1));

    assertThat(pacer.reached()).isEqualTo(T + 60_000);
    stopwatch.pass(500);
    assertThat(pacer.reached()).isEqualTo(T + 60_500);
    assertThat(pacer.nanosUntil(T + 61_000)).isEqualTo(500 * NANOS_PER_MS);
  }

  @Test
  void afterFullSpeedItGoesOnFromTheInstantAskedForLast() {
    Pacer pacer = new Pacer(Speed.MAX, stopwatch);
    pacer.nanosUntil(T);
    pacer.nanosUntil(T + 60_000);
    pacer.change(new Speed(1));

    assertThat(pacer.nanosUntil(T + 61_000)).isEqualTo(1_000 * NANOS_PER_MS);
  }

  @Test
  void anEarlierInstantIsDue() {
    Pacer pacer = new Pacer(new Speed(1), stopwatch);
    pacer.nanosUntil(T);

    assertThat(pacer.nanosUntil(T - 1)).isNegative();
  }

  @Test
  void atFullSpeedNothingWaits() {
    Pacer pacer = new Pacer(Speed.MAX, stopwatch);
    pacer.nanosUntil(T);

    assertThat(pacer.nanosUntil(T + 86_400_000L)).isZero();
  }

  @Test
  void halfOfRealTimeIsSlowerThanReal() {
    Pacer pacer = new Pacer(new Speed(0.5), stopwatch);
    pacer.nanosUntil(T);

    assertThat(pacer.nanosUntil(T + 1_000)).isEqualTo(2_000 * NANOS_PER_MS);
  }
}
