package io.plimsoll.jobs.alert;

import static io.plimsoll.jobs.alert.Routes.HOUR;
import static io.plimsoll.jobs.alert.Routes.MINUTE;
import static io.plimsoll.jobs.alert.Routes.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.jobs.market.DerivedId;
import io.plimsoll.risk.level.Level;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EpisodeMachineTest {

  /** Eight o'clock in the morning. */
  private static final long EIGHT = 8 * HOUR;

  private MachineRun run = new MachineRun(Routes.DESK, EIGHT);

  @Nested
  class AnAccountThatFalls {

    @Test
    void isToldAtOnceAndAgainWhenItGetsWorseOrBetterAndWhenItHasRecovered() {
      run.cross("alice", Level.MARGIN_CALL);
      run.pass(MINUTE);
      run.cross("alice", Level.INSOLVENT);
      run.pass(MINUTE);
      run.cross("alice", Level.LIQUIDATABLE);
      run.pass(MINUTE);
      run.cross("alice", Level.SAFE);

      assertThat(run.changes())
          .containsExactly(Change.FIRING, Change.ESCALATED, Change.EASED, Change.RESOLVED);
      assertThat(run.alerts())
          .extracting(alert -> alert.member().episode())
          .containsOnly(
              DerivedId.of("desk|alice|" + DerivedId.of("alice|" + EIGHT + "|MARGIN_CALL")));
      assertThat(run.alerts())
          .extracting(Alert::before)
          .containsExactly(Level.SAFE, Level.MARGIN_CALL, Level.INSOLVENT, Level.LIQUIDATABLE);
      assertThat(run.alerts()).extracting(Alert::id).doesNotHaveDuplicates();
    }

    @Test
    void isNotToldTwiceWhenItsEventsAreReadTwice() {
      run.cross("alice", Level.MARGIN_CALL);
      Crossing first = MachineRun.crossing("alice", EIGHT, Level.MARGIN_CALL, 1000);
      run.pass(MINUTE);
      run.cross("alice", Level.SAFE);
      run.hear(first);
      run.pass(HOUR); // still remembered
      run.hear(first);

      assertThat(run.changes()).containsExactly(Change.FIRING, Change.RESOLVED);
    }

    @Test
    void isToldByTheSameIdsWhenItsEventsAreReadAgainAfterItWasForgotten() {
      run.cross("alice", Level.MARGIN_CALL);
      run.pass(MINUTE);
      run.cross("alice", Level.SAFE);
      run.pass(5 * HOUR);
      assertThat(run.remembered()).isZero();
      run.hear(MachineRun.crossing("alice", EIGHT, Level.MARGIN_CALL, 1000));
      run.hear(MachineRun.crossing("alice", EIGHT + MINUTE, Level.SAFE, 1000));

      assertThat(run.changes())
          .containsExactly(Change.FIRING, Change.RESOLVED, Change.FIRING, Change.RESOLVED);
      List<Alert> all = run.alerts().stream().filter(Predicate.not(Alert::repeated)).toList();
      assertThat(all.get(2)).isEqualTo(all.get(0));
      assertThat(all.get(3)).isEqualTo(all.get(1));
    }

    @Test
    void isNotToldAgainForAnEventThatChangesNoLevel() {
      run.cross("alice", Level.LIQUIDATABLE);
      run.pass(MINUTE);
      run.cross("alice", Level.LIQUIDATABLE);

      assertThat(run.changes()).containsExactly(Change.FIRING);
    }

    @Test
    void isAnotherEpisodeWhenItFallsAgain() {
      run.cross("alice", Level.MARGIN_CALL);
      run.pass(MINUTE);
      run.cross("alice", Level.SAFE);
      run.pass(MINUTE);
      run.cross("alice", Level.MARGIN_CALL);

      assertThat(run.changes()).containsExactly(Change.FIRING, Change.RESOLVED, Change.FIRING);
      assertThat(run.alerts().get(2).member().episode())
          .isNotEqualTo(run.alerts().get(0).member().episode());
    }

    @Test
    void isToldOnlyFromTheDebtOnThatTheRouteAsks() {
      run = new MachineRun(Routes.route(1000, Optional.empty()), EIGHT);
      run.hear(MachineRun.crossing("alice", run.now(), Level.MARGIN_CALL, 999.99));
      run.hear(MachineRun.crossing("bob", run.now(), Level.MARGIN_CALL, 1000));
      run.hear(MachineRun.crossing("bob", run.now() + 1, Level.LIQUIDATABLE, 1));

      assertThat(run.alerts())
          .extracting(alert -> alert.member().crossing().account())
          .containsExactly("bob", "bob");
    }
  }

  @Nested
  class WhatFires {

    @Test
    void isRepeatedUntilItHasRecoveredAndFiveMinutesLonger() {
      run.cross("alice", Level.MARGIN_CALL);
      run.pass(12 * MINUTE);
      run.cross("alice", Level.SAFE);
      run.pass(HOUR);

      assertThat(run.alerts())
          .extracting(alert -> alert.repeated() + " " + alert.member().change())
          .containsExactly(
              "false FIRING", "true FIRING", "true FIRING", "false RESOLVED", "true RESOLVED");
      assertThat(run.alerts().get(2).id()).isEqualTo(run.alerts().get(0).id());
      assertThat(run.alerts().get(4).id()).isEqualTo(run.alerts().get(3).id());
    }
  }

  @Test
  void nothingIsRememberedOfAccountsThatWereNotHeardOfForLong() {
    for (int i = 0; i < 1000; i++) {
      run.cross("account-" + i, i % 3 == 0 ? Level.MARGIN_CALL : Level.SAFE);
      run.pass(SECOND);
    }
    for (int i = 0; i < 1000; i += 3) {
      run.cross("account-" + i, Level.SAFE);
    }
    assertThat(run.remembered()).isEqualTo(1000);
    run.pass(5 * HOUR);

    assertThat(run.remembered()).isZero();
    assertThat(run.state()).isEqualTo(RouteState.NEW);
  }
}
