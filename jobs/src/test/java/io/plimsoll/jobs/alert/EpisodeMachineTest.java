package io.plimsoll.jobs.alert;

import static io.plimsoll.jobs.alert.Routes.HOUR;
import static io.plimsoll.jobs.alert.Routes.MINUTE;
import static io.plimsoll.jobs.alert.Routes.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.jobs.market.DerivedId;
import io.plimsoll.risk.level.Level;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EpisodeMachineTest {

  /** Eight o'clock in the morning. */
  private static final long EIGHT = 8 * HOUR;

  private final HeapEpisodes episodes = new HeapEpisodes();
  private final List<Notice> told = new ArrayList<>();
  private EpisodeMachine machine = machine(Routes.DESK);
  private long now = EIGHT;

  private EpisodeMachine machine(Route route) {
    return new EpisodeMachine(route, RouteState.NEW, episodes, told::add);
  }

  private static Crossing crossing(String account, long instant, Level level, double debt) {
    String id = DerivedId.of(account + '|' + instant + '|' + level);
    return new Crossing(id, account, instant, level, 0.99, debt, 10);
  }

  private void cross(String account, Level level) {
    machine.cross(crossing(account, now, level, 1000), now);
  }

  /** Lets time pass as a timer service would. */
  private void pass(long millis) {
    long end = now + millis;
    while (machine.state().due() <= end) {
      now = machine.state().due();
      machine.wake(now);
    }
    now = end;
  }

  private List<Alert> alerts() {
    return told.stream().filter(Alert.class::isInstance).map(Alert.class::cast).toList();
  }

  private List<Digest> digests() {
    return told.stream().filter(Digest.class::isInstance).map(Digest.class::cast).toList();
  }

  private List<Change> changes() {
    return alerts().stream()
        .filter(Predicate.not(Alert::repeated))
        .map(alert -> alert.member().change())
        .toList();
  }

  @Nested
  class AnAccountThatFalls {

    @Test
    void isToldAtOnceAndAgainWhenItGetsWorseOrBetterAndWhenItHasRecovered() {
      cross("alice", Level.MARGIN_CALL);
      pass(MINUTE);
      cross("alice", Level.INSOLVENT);
      pass(MINUTE);
      cross("alice", Level.LIQUIDATABLE);
      pass(MINUTE);
      cross("alice", Level.SAFE);

      assertThat(changes())
          .containsExactly(Change.FIRING, Change.ESCALATED, Change.EASED, Change.RESOLVED);
      assertThat(alerts())
          .extracting(alert -> alert.member().episode())
          .containsOnly(
              DerivedId.of("desk|alice|" + DerivedId.of("alice|" + EIGHT + "|MARGIN_CALL")));
      assertThat(alerts())
          .extracting(Alert::before)
          .containsExactly(Level.SAFE, Level.MARGIN_CALL, Level.INSOLVENT, Level.LIQUIDATABLE);
      assertThat(alerts()).extracting(Alert::id).doesNotHaveDuplicates();
    }

    @Test
    void isNotToldTwiceWhenItsEventsAreReadTwice() {
      cross("alice", Level.MARGIN_CALL);
      Crossing first = crossing("alice", EIGHT, Level.MARGIN_CALL, 1000);
      pass(MINUTE);
      cross("alice", Level.SAFE);
      machine.cross(first, now);
      pass(HOUR); // still remembered
      machine.cross(first, now);

      assertThat(changes()).containsExactly(Change.FIRING, Change.RESOLVED);
    }

    @Test
    void isToldByTheSameIdsWhenItsEventsAreReadAgainAfterItWasForgotten() {
      cross("alice", Level.MARGIN_CALL);
      pass(MINUTE);
      cross("alice", Level.SAFE);
      pass(5 * HOUR);
      assertThat(episodes.size()).isZero();
      machine.cross(crossing("alice", EIGHT, Level.MARGIN_CALL, 1000), now);
      machine.cross(crossing("alice", EIGHT + MINUTE, Level.SAFE, 1000), now);

      assertThat(changes())
          .containsExactly(Change.FIRING, Change.RESOLVED, Change.FIRING, Change.RESOLVED);
      List<Alert> all = alerts().stream().filter(Predicate.not(Alert::repeated)).toList();
      assertThat(all.get(2)).isEqualTo(all.get(0));
      assertThat(all.get(3)).isEqualTo(all.get(1));
    }

    @Test
    void isNotToldAgainForAnEventThatChangesNoLevel() {
      cross("alice", Level.LIQUIDATABLE);
      pass(MINUTE);
      cross("alice", Level.LIQUIDATABLE);

      assertThat(changes()).containsExactly(Change.FIRING);
    }

    @Test
    void isAnotherEpisodeWhenItFallsAgain() {
      cross("alice", Level.MARGIN_CALL);
      pass(MINUTE);
      cross("alice", Level.SAFE);
      pass(MINUTE);
      cross("alice", Level.MARGIN_CALL);

      assertThat(changes()).containsExactly(Change.FIRING, Change.RESOLVED, Change.FIRING);
      assertThat(alerts().get(2).member().episode())
          .isNotEqualTo(alerts().get(0).member().episode());
    }

    @Test
    void isToldOnlyFromTheDebtOnThatTheRouteAsks() {
      machine = machine(Routes.route(1000, Optional.empty()));
      machine.cross(crossing("alice", now, Level.MARGIN_CALL, 999.99), now);
      machine.cross(crossing("bob", now, Level.MARGIN_CALL, 1000), now);
      machine.cross(crossing("bob", now + 1, Level.LIQUIDATABLE, 1), now);

      assertThat(alerts())
          .extracting(alert -> alert.member().crossing().account())
          .containsExactly("bob", "bob");
    }
  }

  @Nested
  class WhatFires {

    @Test
    void isRepeatedUntilItHasRecoveredAndFiveMinutesLonger() {
      cross("alice", Level.MARGIN_CALL);
      pass(12 * MINUTE);
      cross("alice", Level.SAFE);
      pass(HOUR);

      assertThat(alerts())
          .extracting(alert -> alert.repeated() + " " + alert.member().change())
          .containsExactly(
              "false FIRING", "true FIRING", "true FIRING", "false RESOLVED", "true RESOLVED");
      assertThat(alerts().get(2).id()).isEqualTo(alerts().get(0).id());
      assertThat(alerts().get(4).id()).isEqualTo(alerts().get(3).id());
    }
  }

  @Nested
  class ManyAtOnce {

    @Test
    void areAFewAlertsAndOneDigestWithTheWholeList() {
      Set<String> accounts = new HashSet<>();
      for (int i = 0; i < 50_000; i++) {
        accounts.add("account-" + i);
        cross("account-" + i, i == 4711 ? Level.INSOLVENT : Level.LIQUIDATABLE);
        now += i % 2; // within 25 s
      }
      pass(10 * MINUTE);

      assertThat(alerts().stream().filter(Predicate.not(Alert::repeated))).hasSize(2);
      Digest digest = digests().get(0);
      assertThat(digests()).hasSize(1);
      assertThat(digest.accounts()).isEqualTo(49_998);
      assertThat(digest.standing())
          .containsEntry(Level.INSOLVENT, 1)
          .containsEntry(Level.LIQUIDATABLE, 49_997);
      assertThat(digest.worst()).hasSize(Digest.NAMED);
      assertThat(digest.worst().get(0).crossing().account()).isEqualTo("account-4711");
      assertThat(digest.parts()).isEqualTo(100);
      alerts().forEach(alert -> accounts.remove(alert.member().crossing().account()));
      told.stream()
          .filter(DigestPart.class::isInstance)
          .flatMap(part -> ((DigestPart) part).members().stream())
          .forEach(member -> assertThat(accounts.remove(member.crossing().account())).isTrue());
      assertThat(accounts).isEmpty();
      assertThat(told.indexOf(digest)).isEqualTo(2 + 100);
    }

    @Test
    void areDigestsFromTheFirstOneOnUntilAWindowOfFew() {
      for (int i = 0; i < 5; i++) {
        cross("early-" + i, Level.MARGIN_CALL);
      }
      pass(MINUTE);
      cross("late", Level.MARGIN_CALL);
      pass(MINUTE);
      cross("later", Level.MARGIN_CALL);

      assertThat(digests()).extracting(Digest::accounts).containsExactly(3, 1);
      assertThat(alerts())
          .extracting(alert -> alert.member().crossing().account())
          .containsExactly("early-0", "early-1", "later");
    }

    @Test
    void areToldAsTheyStandAtTheEndOfTheWindow() {
      cross("a", Level.MARGIN_CALL);
      cross("b", Level.MARGIN_CALL);
      cross("c", Level.MARGIN_CALL);
      cross("d", Level.MARGIN_CALL);
      now += SECOND;
      cross("c", Level.SAFE);
      cross("d", Level.INSOLVENT);
      now += SECOND;
      cross("c", Level.LIQUIDATABLE);
      cross("c", Level.SAFE); // of the same instant: not after it
      now += SECOND;
      cross("a", Level.SAFE);
      pass(MINUTE);

      DigestPart part = (DigestPart) told.get(2);
      assertThat(part.members())
          .extracting(member -> member.crossing().account() + " " + member.change())
          .containsExactlyInAnyOrder("a RESOLVED", "c FIRING", "d FIRING");
      assertThat(digests().get(0).standing()).containsOnlyKeys(Level.LIQUIDATABLE, Level.INSOLVENT);
      assertThat(digests().get(0).resolved()).isEqualTo(1);
    }
  }

  @Nested
  class QuietAtNight {

    @Test
    void whatCanWaitIsToldInTheMorningAndWhatCannotIsToldAtOnce() {
      machine = machine(Routes.SLEEPER);
      now = 23 * HOUR;
      cross("alice", Level.MARGIN_CALL);
      cross("bob", Level.MARGIN_CALL);
      cross("carol", Level.MARGIN_CALL);
      pass(HOUR);
      assertThat(told).isEmpty();
      cross("bob", Level.LIQUIDATABLE);
      cross("carol", Level.SAFE);
      assertThat(changes()).containsExactly(Change.FIRING);
      pass(HOUR);
      cross("bob", Level.SAFE);
      assertThat(changes()).containsExactly(Change.FIRING, Change.RESOLVED);
      pass(6 * HOUR - 1);
      assertThat(digests()).isEmpty();
      pass(1);

      assertThat(digests()).hasSize(1);
      assertThat(digests().get(0).reason()).isEqualTo(Digest.Reason.QUIET_HOURS);
      assertThat(digests().get(0).standing()).containsOnlyKeys(Level.MARGIN_CALL);
      assertThat(digests().get(0).resolved()).isEqualTo(1);
      assertThat(digests().get(0).at()).isEqualTo(31 * HOUR);
    }
  }

  @Test
  void nothingIsRememberedOfAccountsThatWereNotHeardOfForLong() {
    for (int i = 0; i < 1000; i++) {
      cross("account-" + i, i % 3 == 0 ? Level.MARGIN_CALL : Level.SAFE);
      now += SECOND;
    }
    for (int i = 0; i < 1000; i += 3) {
      cross("account-" + i, Level.SAFE);
    }
    assertThat(episodes.size()).isEqualTo(1000);
    pass(5 * HOUR);

    assertThat(episodes.size()).isZero();
    assertThat(machine.state()).isEqualTo(RouteState.NEW);
  }
}
