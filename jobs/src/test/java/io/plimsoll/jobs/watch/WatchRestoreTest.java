package io.plimsoll.jobs.watch;

import static io.plimsoll.jobs.Fixture.asset;
import static io.plimsoll.jobs.Fixture.at;
import static io.plimsoll.jobs.Fixture.parameters;
import static io.plimsoll.jobs.Fixture.position;
import static io.plimsoll.jobs.Fixture.settings;
import static io.plimsoll.jobs.Fixture.status;
import static io.plimsoll.risk.account.Kind.COLLATERAL;
import static io.plimsoll.risk.account.Kind.DEBT;
import static io.plimsoll.risk.level.Level.LIQUIDATABLE;
import static io.plimsoll.risk.level.Level.SAFE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.plimsoll.jobs.market.AccountUpdate;
import io.plimsoll.jobs.market.Origin;
import io.plimsoll.jobs.market.PositionUpdate;
import io.plimsoll.jobs.market.Refusal;
import io.plimsoll.jobs.market.RefusalReason;
import io.plimsoll.jobs.market.VenueStatus;
import io.plimsoll.jobs.watch.WatchOptions.Finder;
import io.plimsoll.risk.account.Mode;
import io.plimsoll.risk.account.Settings;
import io.plimsoll.risk.parameters.RiskParameters;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** ETH at 2000 with threshold 0.8: one ETH carries a debt of up to 1600 USDC. */
@ParameterizedClass(name = "{0}")
@EnumSource(Finder.class)
class WatchRestoreTest {

  @Parameter private Finder finder;

  private static final RiskParameters WITH_SOL =
      parameters(asset("ETH", "0.8"), asset("USDC", "0.9"), asset("SOL", "0.5"));

  private final List<WatchHarness> open = new ArrayList<>();
  private WatchHarness watch;

  @BeforeEach
  void start() throws Exception {
    watch = WatchHarness.start(WITH_SOL, finder);
    open.add(watch);
    watch.price(0, "ETH", 2000).price(0, "USDC", 1).price(0, "SOL", 100);
    watch.send(position(1, "alice", "ETH", COLLATERAL, "1"));
  }

  @AfterEach
  void close() throws Exception {
    for (WatchHarness harness : open) {
      harness.close();
    }
  }

  private void restore(RiskParameters parameters) throws Exception {
    watch = WatchHarness.restore(parameters, finder, watch.snapshot(), 1, 1, 0);
    open.add(watch);
  }

  private static PositionUpdate debt(double seconds, String amount) {
    return position(seconds, "alice", "USDC", DEBT, amount);
  }

  @Nested
  class ARowBehindTheWatermark {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void countsAtTheOldestOpenInstant(boolean restored) throws Exception {
      watch.watermark(20);
      if (restored) {
        restore(WITH_SOL);
      }
      watch.send(debt(20, "1700")).watermark(30);
      assertThat(watch.events()).extracting(MarginEvent::instant).containsExactly(at(20) + 1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void isMarkedByItsOwnTime(boolean restored) throws Exception {
      watch.watermark(20);
      if (restored) {
        restore(WITH_SOL);
      }
      watch.send(debt(10, "1700")).watermark(30);
      watch.send(debt(9, "100")).watermark(40);
      watch.send(debt(10, "1701")).watermark(50);
      assertThat(watch.refusals())
          .extracting(Refusal::reason, refusal -> refusal.origin().record())
          .containsExactly(tuple(RefusalReason.SUPERSEDED, "alice 100"));
      assertThat(watch.events())
          .extracting(MarginEvent::instant)
          .containsExactly(at(20) + 1, at(40) + 1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void isSupersededByWhatWasAppliedSinceItsTime(boolean restored) throws Exception {
      watch.send(debt(15, "100")).watermark(20);
      if (restored) {
        restore(WITH_SOL);
      }
      watch.send(debt(14, "1700")).watermark(30);
      assertThat(watch.events()).isEmpty();
      assertThat(watch.refusals())
          .extracting(Refusal::reason)
          .containsExactly(RefusalReason.SUPERSEDED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void isLateAsSettingsToo(boolean restored) throws Exception {
      watch.send(settings(15, "alice", called("1.5"))).watermark(20);
      if (restored) {
        restore(WITH_SOL);
      }
      watch.send(settings(14, "alice", called("3"))).watermark(30);
      watch.send(settings(16, "alice", called("2"))).watermark(40);
      assertThat(watch.refusals())
          .extracting(Refusal::reason)
          .containsExactly(RefusalReason.SUPERSEDED);
    }

    @Test
    void waitsForItsInstantAcrossASecondRestore() throws Exception {
      watch.watermark(20);
      restore(WITH_SOL);
      watch.send(debt(10, "1700"));
      restore(WITH_SOL);
      watch.watermark(30);
      assertThat(watch.events()).extracting(MarginEvent::instant).containsExactly(at(20) + 1);
    }

    private Settings called(String marginCall) {
      return new Settings(Mode.GROSS, "", new BigDecimal(marginCall));
    }
  }

  @Nested
  class AStricterParameter {

    /**
     * The restore judges nobody: what touches an account first does, a venue as well as a price.
     */
    @Test
    void isHeardOfWhenTheAccountsVenueChanges() throws Exception {
      watch.send(debt(1, "1000")).watermark(20); // 1.6, and 0.8 by a threshold of 0.4
      restore(parameters(asset("ETH", "0.4"), asset("USDC", "0.9"), asset("SOL", "0.5")));
      watch.tell(status(30, "main", VenueStatus.DOWN)).watermark(30);
      assertThat(watch.events())
          .extracting(MarginEvent::instant, MarginEvent::from, MarginEvent::to)
          .containsExactly(tuple(at(30), SAFE, LIQUIDATABLE));
    }
  }

  @Nested
  class AnAssetThatLostItsParameters {

    @ParameterizedTest
    @EnumSource(Mode.class)
    void leavesItsHoldersToBeJudgedByTheRest(Mode mode) throws Exception {
      watch.send(settings(1, "alice", new Settings(mode, "", BigDecimal.ZERO)));
      watch.send(position(1, "alice", "SOL", COLLATERAL, "10"), debt(1, "1700")).watermark(20);
      assertThat(watch.events()).isEmpty();
      restore(parameters());
      watch.price(30, "ETH", 2001).watermark(30);
      assertThat(watch.events())
          .extracting(MarginEvent::from, MarginEvent::to, event -> event.figures().assetsUsd())
          .containsExactly(tuple(SAFE, LIQUIDATABLE, 1600.8));
    }

    @Test
    void mayBeAllThatSomebodyHeld() throws Exception {
      watch.send(position(1, "bob", "SOL", COLLATERAL, "10"), position(1, "bob", "SOL", DEBT, "9"));
      watch.watermark(20);
      assertThat(watch.events()).extracting(MarginEvent::to).containsExactly(LIQUIDATABLE);
      restore(parameters());
      watch.send(position(30, "bob", "ETH", COLLATERAL, "1")).watermark(30);
      assertThat(watch.events()).extracting(MarginEvent::to).containsExactly(SAFE);
    }

    @Test
    void mayHaveRowsThatWaitedForTheirInstant() throws Exception {
      AccountUpdate waiting = position(25, "alice", "SOL", COLLATERAL, "10");
      watch.watermark(20);
      watch.send(waiting, debt(25, "1700")).price(25, "SOL", 200);
      restore(parameters());
      watch.watermark(30);
      assertThat(watch.events()).extracting(MarginEvent::to).containsExactly(LIQUIDATABLE);
    }

    @Test
    void countsAgainOnceItHasParametersAgain() throws Exception {
      watch.send(position(1, "alice", "SOL", COLLATERAL, "10"), debt(1, "1700")).watermark(20);
      restore(parameters());
      watch.price(30, "ETH", 2001).watermark(30);
      restore(WITH_SOL);
      watch.price(40, "SOL", 100.5).watermark(40);
      assertThat(watch.events()).extracting(MarginEvent::to).containsExactly(SAFE);
    }

    @Test
    void endsTheWaitForItsFirstMark() throws Exception {
      WatchHarness unpriced = WatchHarness.start(WITH_SOL, finder);
      open.add(unpriced);
      watch = unpriced;
      watch.price(0, "ETH", 2000).price(0, "USDC", 1);
      watch.send(
          position(1, "alice", "ETH", COLLATERAL, "1"),
          position(1, "alice", "SOL", COLLATERAL, "10"),
          position(1, 1, "alice", "USDC", DEBT, "1700", Origin.NO_SEQUENCE));
      watch.watermark(20);
      assertThat(watch.events()).isEmpty();
      restore(parameters());
      watch.price(30, "ETH", 2001).watermark(30);
      assertThat(watch.events()).extracting(MarginEvent::to).containsExactly(LIQUIDATABLE);
    }
  }
}
