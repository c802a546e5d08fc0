package io.plimsoll.jobs.volatility;

import static io.plimsoll.jobs.Fixture.asset;
import static io.plimsoll.jobs.Fixture.at;
import static io.plimsoll.risk.parameters.BarRules.Estimator.EWMA;
import static io.plimsoll.risk.parameters.BarRules.Estimator.MAX;
import static io.plimsoll.risk.parameters.BarRules.Estimator.REALISED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.jobs.Fixture;
import io.plimsoll.jobs.asset.AssetHarness;
import io.plimsoll.jobs.guard.MarkChange;
import io.plimsoll.risk.mark.MarkStatus;
import io.plimsoll.risk.parameters.BarRules;
import io.plimsoll.risk.parameters.RiskParameters;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Bars of a minute, a half-life of one bar, a window of three; the reference is 0.8 a year. */
class VolatilityOperatorTest {

  private static final double BARS_A_YEAR = 365.0 * 24 * 60;
  private static final double REFERENCE_VARIANCE = 0.8 * 0.8 / BARS_A_YEAR;
  private static final double RETURN = Math.log(1.1);

  private final List<AssetHarness<?, ?>> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AssetHarness<?, ?> harness : open) {
      harness.close();
    }
  }

  @Nested
  class Volatility {

    @Test
    void isTheReferenceUntilTheFirstReturn() throws Exception {
      Stage stage = start(EWMA);
      stage.move(30, "ETH", 90);
      stage.bar(60, "ETH", 100);
      stage.move(90, "ETH", 200);
      assertThat(stage.volatilities()).containsOnly(0.8);
    }

    @Test
    void stepsAtABarCloseAndNotBetween() throws Exception {
      Stage stage = start(EWMA);
      stage.bar(60, "ETH", 100);
      stage.bar(120, "ETH", 110);
      stage.move(130, "ETH", 200);
      double stepped = aYear(0.5 * REFERENCE_VARIANCE + 0.5 * RETURN * RETURN);
      assertThat(stage.last(2)).allSatisfy(sigma -> assertClose(sigma, stepped));
    }

    @Test
    void spreadsAReturnOverTheBarsThatWereSkipped() throws Exception {
      Stage stage = start(EWMA);
      stage.bar(60, "ETH", 100);
      stage.bar(120, "ETH", 500, MarkStatus.DISPUTED);
      assertThat(stage.last(1)).containsExactly(0.8);
      stage.bar(180, "ETH", 110);
      double stepped = aYear(0.25 * REFERENCE_VARIANCE + 0.75 * RETURN * RETURN / 2);
      assertClose(stage.last(1).get(0), stepped);
    }

    @Test
    void countsRealisedReturnsOverTheTimeSinceTheFirstClose() throws Exception {
      Stage stage = start(REALISED);
      stage.bar(60, "ETH", 100);
      stage.bar(120, "ETH", 110);
      stage.bar(180, "ETH", 110);
      assertClose(stage.last(1).get(0), aYear(RETURN * RETURN / 2));
    }

    @Test
    void forgetsRealisedReturnsThatHaveLeftTheWindow() throws Exception {
      Stage stage = start(REALISED);
      stage.bar(60, "ETH", 100);
      stage.bar(120, "ETH", 110);
      stage.bar(180, "ETH", 110);
      stage.bar(240, "ETH", 110);
      assertClose(stage.last(1).get(0), aYear(RETURN * RETURN / 3));
      stage.bar(300, "ETH", 110);
      assertThat(stage.last(1)).containsExactly(0.0);
    }

    @Test
    void isTheLargerOfBothIfAskedForTheLarger() throws Exception {
      Stage stage = start(MAX);
      stage.bar(60, "ETH", 100);
      stage.bar(120, "ETH", 110); // realised: the whole return, EWMA half of it
      assertClose(stage.last(1).get(0), aYear(RETURN * RETURN));
      stage.bar(180, "ETH", 110);
      stage.bar(240, "ETH", 110);
      stage.bar(300, "ETH", 110); // realised: nothing, EWMA what is left
      assertThat(stage.last(1).get(0)).isGreaterThan(0);
    }

    @Test
    void isEachAssetsOwn() throws Exception {
      Stage stage = start(EWMA);
      stage.bar(60, "ETH", 100);
      stage.bar(60, "USDC", 1);
      stage.bar(120, "ETH", 110);
      stage.bar(120, "USDC", 1);
      assertThat(stage.last(1).get(0)).isLessThan(0.8);
      assertThat(stage.last(2).get(0)).isGreaterThan(0.8);
    }
  }

  @Nested
  class State {

    @Test
    void survivesARestartAtEveryStep() throws Exception {
      for (int cut = 1; cut < 12; cut++) {
        Stage undisturbed = start(MAX);
        Stage before = start(MAX);
        walk(undisturbed, 1, 12);
        walk(before, 1, cut);
        Stage after = restore(before.harness.snapshot(), 1, 0);
        walk(after, cut, 12);
        List<VolatilityChange> all = new ArrayList<>(before.harness.output());
        all.addAll(after.harness.output());
        assertThat(all).as("cut at bar %d", cut).isEqualTo(undisturbed.harness.output());
      }
    }

    @Test
    void movesWithItsAssetWhenTheParallelismChanges() throws Exception {
      Stage one = start(EWMA);
      one.bar(60, "ETH", 100);
      one.bar(60, "USDC", 1);
      one.bar(120, "ETH", 110);
      one.bar(120, "USDC", 1.1);
      double expected = one.last(1).get(0);
      OperatorSubtaskState snapshot = one.harness.snapshot();
      for (String asset : List.of("ETH", "USDC")) {
        int holders = 0;
        for (int subtask = 0; subtask < 2; subtask++) {
          Stage part = restore(snapshot, 2, subtask);
          part.move(130, asset, 100);
          holders += part.last(1).get(0) == expected ? 1 : 0;
        }
        assertThat(holders).as("subtasks that know %s", asset).isEqualTo(1);
      }
    }

    @Test
    void holdsNoReturnThatHasLeftTheWindow() throws Exception {
      Stage stage = start(REALISED);
      for (int bar = 1; bar <= 10; bar++) {
        stage.bar(60 * bar, "ETH", 100 + bar);
      }
      long ofTen = stage.harness.snapshot().getStateSize();
      for (int bar = 11; bar <= 1000; bar++) {
        stage.bar(60 * bar, "ETH", 100 + bar % 7);
      }
      assertThat(stage.harness.snapshot().getStateSize()).isEqualTo(ofTen);
    }

    /** Bars {@code [from, to)}, every fourth of them skipped. */
    private void walk(Stage stage, int from, int to) throws Exception {
      for (int bar = from; bar < to; bar++) {
        MarkStatus status = bar % 4 == 0 ? MarkStatus.STALE : MarkStatus.OK;
        stage.bar(60 * bar, "ETH", 100 + 10 * Math.sin(bar), status);
        stage.move(60 * bar + 30, "ETH", 105);
      }
    }
  }

  private Stage start(BarRules.Estimator estimator) throws Exception {
    Stage stage = new Stage(harness(estimator, 1, 0));
    stage.harness.start();
    return stage;
  }

  private Stage restore(OperatorSubtaskState snapshot, int parallelism, int subtask)
      throws Exception {
    Stage stage = new Stage(harness(MAX, parallelism, subtask));
    stage.harness.restore(snapshot);
    return stage;
  }

  private AssetHarness<MarkChange, VolatilityChange> harness(
      BarRules.Estimator estimator, int parallelism, int subtask) throws Exception {
    BarRules bars = new BarRules(60_000, 60_000, 180_000, estimator);
    RiskParameters parameters =
        Fixture.withBars(bars, Fixture.parameters(asset("ETH", "0.8"), asset("USDC", "0.9")));
    AssetHarness<MarkChange, VolatilityChange> harness =
        new AssetHarness<>(
            new VolatilityOperator(parameters),
            VolatilityChangeSerializer.INSTANCE,
            parallelism,
            subtask);
    open.add(harness);
    return harness;
  }

  private static double aYear(double varianceOfABar) {
    return Math.sqrt(varianceOfABar * BARS_A_YEAR);
  }

  private static void assertClose(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(1e-14 * expected));
  }

  /** The operator under test, spoken to in marks. */
  private record Stage(AssetHarness<MarkChange, VolatilityChange> harness) {

    void bar(double seconds, String asset, double mid) throws Exception {
      bar(seconds, asset, mid, MarkStatus.OK);
    }

    void bar(double seconds, String asset, double mid, MarkStatus status) throws Exception {
      send(seconds, asset, mid, status, true);
    }

    void move(double seconds, String asset, double mid) throws Exception {
      send(seconds, asset, mid, MarkStatus.OK, false);
    }

    private void send(double seconds, String asset, double mid, MarkStatus status, boolean bar)
        throws Exception {
      long instant = at(seconds);
      harness.process(new MarkChange(instant, asset, status, mid, mid, mid, 1, 1, 0, bar), instant);
    }

    List<Double> volatilities() {
      return harness.output().stream().map(VolatilityChange::volatility).toList();
    }

    List<Double> last(int count) {
      List<Double> all = volatilities();
      return all.subList(all.size() - count, all.size());
    }
  }
}
