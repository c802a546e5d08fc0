package io.plimsoll.jobs.intake;

import static io.plimsoll.jobs.intake.RowClock.DAY_MS;
import static io.plimsoll.jobs.intake.RowClock.Verdict.FUTURE;
import static io.plimsoll.jobs.intake.RowClock.Verdict.LATE;
import static io.plimsoll.jobs.intake.RowClock.Verdict.ON_TIME;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RowClockTest {

  private static final long T = 1_583_020_800_000L;

  private static RowClock clock(RowKind kind, long latenessMs) {
    return new RowClock(kind, latenessMs, RowPosition.START);
  }

  @ParameterizedTest
  @EnumSource(RowKind.class)
  void aRowIsLateWhenItIsOlderThanTheClockByMoreThanTheLateness(RowKind kind) {
    RowClock clock = clock(kind, 5);

    assertThat(clock.take(T)).isEqualTo(ON_TIME);
    assertThat(clock.take(T - 5)).isEqualTo(ON_TIME);
    assertThat(clock.take(T - 6)).isEqualTo(LATE);
    assertThat(clock.take(T)).isEqualTo(ON_TIME);
    assertThat(clock.time()).isEqualTo(T);
    assertThat(clock.earliest()).isEqualTo(T - 5);
  }

  @Test
  void aRowOfTheSameInstantIsNeverLate() {
    RowClock clock = clock(RowKind.QUOTES, 0);

    assertThat(clock.take(T)).isEqualTo(ON_TIME);
    assertThat(clock.take(T)).isEqualTo(ON_TIME);
    assertThat(clock.take(T - 1)).isEqualTo(LATE);
  }

  @Test
  void theFirstRowIsBelievedWhateverItSays() {
    assertThat(clock(RowKind.QUOTES, 0).take(T + 1000 * DAY_MS)).isEqualTo(ON_TIME);
  }

  @Test
  void aDayAheadIsBelievedAndAMillisecondMoreIsNot() {
    RowClock clock = clock(RowKind.QUOTES, 0);
    clock.take(T);

    assertThat(clock.take(T + DAY_MS + 1)).isEqualTo(FUTURE);
    assertThat(clock.time()).isEqualTo(T);
    assertThat(clock.take(T + DAY_MS)).isEqualTo(ON_TIME);
  }

  @Test
  void aSecondRowWithinADayOfTheOneRefusedIsBelieved() {
    RowClock clock = clock(RowKind.CANDLES, 0);
    clock.take(T);

    assertThat(clock.take(T + 10 * DAY_MS)).isEqualTo(FUTURE);
    assertThat(clock.take(T + 11 * DAY_MS)).isEqualTo(ON_TIME);
    assertThat(clock.take(T + 10 * DAY_MS)).isEqualTo(LATE);
  }

  @Test
  void aSecondRowBeforeTheOneRefusedIsBelievedTooWithinADay() {
    RowClock clock = clock(RowKind.QUOTES, 0);
    clock.take(T);

    assertThat(clock.take(T + 10 * DAY_MS)).isEqualTo(FUTURE);
    assertThat(clock.take(T + 9 * DAY_MS)).isEqualTo(ON_TIME);
  }

  @Test
  void aSecondRowFarFromTheOneRefusedIsRefusedToo() {
    RowClock clock = clock(RowKind.QUOTES, 0);
    clock.take(T);

    assertThat(clock.take(T + 10 * DAY_MS)).isEqualTo(FUTURE);
    assertThat(clock.take(T + 11 * DAY_MS + 1)).isEqualTo(FUTURE);
    assertThat(clock.take(T + 12 * DAY_MS)).isEqualTo(ON_TIME);
  }

  @Test
  void anythingInBetweenBreaksTheWitness() {
    RowClock accepted = clock(RowKind.QUOTES, 0);
    accepted.take(T);
    accepted.take(T + 10 * DAY_MS);
    accepted.take(T + 1);
    assertThat(accepted.take(T + 10 * DAY_MS)).isEqualTo(FUTURE);

    RowClock refused = clock(RowKind.QUOTES, 0);
    refused.take(T);
    refused.take(T + 10 * DAY_MS);
    refused.refuse();
    assertThat(refused.take(T + 10 * DAY_MS)).isEqualTo(FUTURE);

    RowClock late = clock(RowKind.QUOTES, 0);
    late.take(T);
    late.take(T + 10 * DAY_MS);
    late.take(T - 1);
    assertThat(late.take(T + 10 * DAY_MS)).isEqualTo(FUTURE);
  }

  @Test
  void aheadIsMeasuredFromTheHighestSoThatTheOrderOfArrivalDoesNotMatter() {
    RowClock clock = clock(RowKind.QUOTES, 10);
    clock.take(T);
    clock.take(T - 10);

    assertThat(clock.take(T + DAY_MS + 1)).isEqualTo(FUTURE);
    assertThat(clock.take(T - 9)).isEqualTo(ON_TIME);
    assertThat(clock.take(T + DAY_MS)).isEqualTo(ON_TIME);
  }

  @ParameterizedTest
  @EnumSource(names = {"INDICES", "STRESS", "ACCOUNTS", "POSITIONS"})
  void otherKindsMayJumpAhead(RowKind kind) {
    RowClock clock = clock(kind, 0);
    clock.take(T);

    assertThat(clock.take(T + 1000 * DAY_MS)).isEqualTo(ON_TIME);
  }

  @ParameterizedTest
  @EnumSource(RowKind.class)
  void whatStandsAtAHeartbeatOrBeforeIsLateWhateverTheLateness(RowKind kind) {
    RowClock clock = clock(kind, 5);
    clock.take(T);
    clock.heartbeat(T - 3);

    assertThat(clock.take(T - 3)).isEqualTo(LATE);
    assertThat(clock.take(T - 2)).isEqualTo(ON_TIME);
    assertThat(clock.earliest()).isEqualTo(T - 2);
    assertThat(clock.isByHeartbeat()).isTrue();
    clock.take(T + 10);
    assertThat(clock.earliest()).isEqualTo(T + 5);
    assertThat(clock.isByHeartbeat()).isFalse();
  }

  @Test
  void aHeartbeatThatGoesBackwardsIsIgnored() {
    RowClock clock = clock(RowKind.QUOTES, 0);
    clock.heartbeat(T);
    clock.heartbeat(T - 1);

    assertThat(clock.heartbeat()).isEqualTo(T);
    assertThat(clock.take(T)).isEqualTo(LATE);
    assertThat(clock.take(T + 1)).isEqualTo(ON_TIME);
  }

  @Test
  void beforeAnyRowAHeartbeatAloneSaysWhatIsLate() {
    RowClock clock = clock(RowKind.POSITIONS, 5);
    assertThat(clock.earliest()).isEqualTo(RowPosition.NONE);

    clock.heartbeat(T);

    assertThat(clock.earliest()).isEqualTo(T + 1);
    assertThat(clock.time()).isEqualTo(RowPosition.NONE);
  }

  /** Else a quote would be believed live, and not in a backfill of the same rows. */
  @Test
  void whatIsFarAheadIsSoOfTheRowsAndNotOfHeartbeats() {
    RowClock clock = clock(RowKind.QUOTES, 0);
    clock.take(T);
    clock.heartbeat(T + 2 * DAY_MS);
    assertThat(clock.take(T + 3 * DAY_MS)).isEqualTo(FUTURE);

    clock.heartbeat(T + 2 * DAY_MS + 1);

    assertThat(clock.take(T + 3 * DAY_MS)).isEqualTo(ON_TIME);
    assertThat(clock.rows()).isEqualTo(3);
  }

  @Test
  void aClockGoesOnFromItsPosition() {
    RowClock clock = clock(RowKind.QUOTES, 0);
    clock.take(T);
    clock.refuse();
    clock.take(T + 10 * DAY_MS);
    RowPosition position = clock.position();
    RowClock restored = new RowClock(RowKind.QUOTES, 0, position);

    assertThat(position).isEqualTo(new RowPosition(3, T, T, T + 10 * DAY_MS));
    assertThat(restored.take(T + 10 * DAY_MS)).isEqualTo(ON_TIME);
    assertThat(restored.position())
        .isEqualTo(new RowPosition(4, T + 10 * DAY_MS, T + 10 * DAY_MS, RowPosition.NONE));
  }
}
