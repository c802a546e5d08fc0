package io.plimsoll.jobs.alert;

import static io.plimsoll.jobs.alert.Routes.HOUR;
import static io.plimsoll.jobs.alert.Routes.MINUTE;
import static io.plimsoll.jobs.alert.Routes.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.risk.level.Level;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EpisodeDigestTest {

  /** Eight o'clock in the morning. */
  private static final long EIGHT = 8 * HOUR;

  private MachineRun run = new MachineRun(Routes.DESK, EIGHT);

  @Nested
  class ManyAtOnce {

    @Test
    void areAFewAlertsAndOneDigestWithTheWholeList() {
      Set<String> accounts = new HashSet<>();
      for (int i = 0; i < 50_000; i++) {
        accounts.add("account-" + i);
        run.cross("account-" + i, i == 4711 ? Level.INSOLVENT : Level.LIQUIDATABLE);
        run.pass(i % 2); // within 25 s
      }
      run.pass(10 * MINUTE);

      assertThat(run.alerts().stream().filter(Predicate.not(Alert::repeated))).hasSize(2);
      Digest digest = run.digests().get(0);
      assertThat(run.digests()).hasSize(1);
      assertThat(digest.accounts()).isEqualTo(49_998);
      assertThat(digest.standing())
          .containsEntry(Level.INSOLVENT, 1)
          .containsEntry(Level.LIQUIDATABLE, 49_997);
      assertThat(digest.worst()).hasSize(Digest.NAMED);
      assertThat(digest.worst().get(0).crossing().account()).isEqualTo("account-4711");
      assertThat(digest.parts()).isEqualTo(100);
      run.alerts().forEach(alert -> accounts.remove(alert.member().crossing().account()));
      run.told().stream()
          .filter(DigestPart.class::isInstance)
          .flatMap(part -> ((DigestPart) part).members().stream())
          .forEach(member -> assertThat(accounts.remove(member.crossing().account())).isTrue());
      assertThat(accounts).isEmpty();
      assertThat(run.told().indexOf(digest)).isEqualTo(2 + 100);
    }

    @Test
    void areDigestsFromTheFirstOneOnUntilAWindowOfFew() {
      for (int i = 0; i < 5; i++) {
        run.cross("early-" + i, Level.MARGIN_CALL);
      }
      run.pass(MINUTE);
      run.cross("late", Level.MARGIN_CALL);
      run.pass(MINUTE);
      run.cross("later", Level.MARGIN_CALL);

      assertThat(run.digests()).extracting(Digest::accounts).containsExactly(3, 1);
      assertThat(run.alerts())
          .extracting(alert -> alert.member().crossing().account())
          .containsExactly("early-0", "early-1", "later");
    }

    @Test
    void areToldAsTheyStandAtTheEndOfTheWindow() {
      run.cross("a", Level.MARGIN_CALL);
      run.cross("b", Level.MARGIN_CALL);
      run.cross("c", Level.MARGIN_CALL);
      run.cross("d", Level.MARGIN_CALL);
      run.pass(SECOND);
      run.cross("c", Level.SAFE);
      run.cross("d", Level.INSOLVENT);
      run.pass(SECOND);
      run.cross("c", Level.LIQUIDATABLE);
      run.cross("c", Level.SAFE); // of the same instant: not after it
      run.pass(SECOND);
      run.cross("a", Level.SAFE);
      run.pass(MINUTE);

      DigestPart part = (DigestPart) run.told().get(2);
      assertThat(part.members())
          .extracting(member -> member.crossing().account() + " " + member.change())
          .containsExactlyInAnyOrder("a RESOLVED", "c FIRING", "d FIRING");
      assertThat(run.digests().get(0).standing())
          .containsOnlyKeys(Level.LIQUIDATABLE, Level.INSOLVENT);
      assertThat(run.digests().get(0).resolved()).isEqualTo(1);
    }
  }

  @Nested
  class QuietAtNight {

    @Test
    void whatCanWaitIsToldInTheMorningAndWhatCannotIsToldAtOnce() {
      run = new MachineRun(Routes.SLEEPER, 23 * HOUR);
      run.cross("alice", Level.MARGIN_CALL);
      run.cross("bob", Level.MARGIN_CALL);
      run.cross("carol", Level.MARGIN_CALL);
      run.pass(HOUR);
      assertThat(run.told()).isEmpty();
      run.cross("bob", Level.LIQUIDATABLE);
      run.cross("carol", Level.SAFE);
      assertThat(run.changes()).containsExactly(Change.FIRING);
      run.pass(HOUR);
      run.cross("bob", Level.SAFE);
      assertThat(run.changes()).containsExactly(Change.FIRING, Change.RESOLVED);
      run.pass(6 * HOUR - 1);
      assertThat(run.digests()).isEmpty();
      run.pass(1);

      assertThat(run.digests()).hasSize(1);
      assertThat(run.digests().get(0).reason()).isEqualTo(Digest.Reason.QUIET_HOURS);
      assertThat(run.digests().get(0).standing()).containsOnlyKeys(Level.MARGIN_CALL);
      assertThat(run.digests().get(0).resolved()).isEqualTo(1);
      assertThat(run.digests().get(0).at()).isEqualTo(31 * HOUR);
    }
  }
}
