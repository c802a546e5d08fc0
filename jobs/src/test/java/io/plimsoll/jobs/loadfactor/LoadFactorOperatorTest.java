package io.plimsoll.jobs.loadfactor;

import static io.plimsoll.jobs.Fixture.asset;
import static io.plimsoll.jobs.Fixture.at;
import static io.plimsoll.risk.mark.MarkStatus.DISPUTED;
import static io.plimsoll.risk.mark.MarkStatus.OK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.jobs.Fixture;
import io.plimsoll.jobs.asset.AssetHarness;
import io.plimsoll.jobs.guard.MarkChange;
import io.plimsoll.jobs.volatility.VolatilityChange;
import io.plimsoll.risk.mark.MarkStatus;
import io.plimsoll.risk.parameters.LoadFactorRules;
import io.plimsoll.risk.parameters.RiskParameters;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Of a bar's minute, g falls by 0.01 and rises by 0.005 at most; never below 0.9. */
class LoadFactorOperatorTest {

  private static final LoadFactorRules RULES = new LoadFactorRules(0.8, 0.5, 0.5, 0.9, 0.6, 0.3);
  private static final double CALM = 0.8;
  private static final double WILD = 1.6;

  private final List<AssetHarness<?, ?>> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AssetHarness<?, ?> harness : open) {
      harness.close();
    }
  }

  @Nested
  class ALoadFactor {

    @Test
    void isOneAtRest() throws Exception {
      Stage stage = start();
      stage.bar(60, "ETH", CALM, 0, OK);
      assertThat(stage.last()).isEqualTo(1.0);
    }

    @Test
    void fallsByAStepAtABarCloseAndNotBetween() throws Exception {
      Stage stage = start();
      stage.move(30, "ETH", WILD);
      assertThat(stage.last()).isEqualTo(1.0);
      stage.bar(60, "ETH", WILD, 0, OK);
      assertClose(stage.last(), 0.99);
      stage.move(90, "ETH", WILD);
      assertClose(stage.last(), 0.99);
    }

    @Test
    void fallsNoFurtherThanItsTarget() throws Exception {
      Stage stage = start();
      stage.bar(60, "ETH", CALM * 1.008, 0, OK); // 1 − 0.5·0.008
      assertClose(stage.last(), 0.996);
    }

    @Test
    void fallsNoFurtherThanItsFloor() throws Exception {
      Stage stage = start();
      for (int bar = 1; bar <= 15; bar++) {
        stage.bar(60 * bar, "ETH", WILD, 1, OK);
      }
      assertThat(stage.last()).isEqualTo(0.9);
    }

    @Test
    void risesByAStepOnceAllIsCalm() throws Exception {
      Stage stage = start();
      stage.bar(60, "ETH", WILD, 0, OK);
      stage.bar(120, "ETH", CALM, 0, OK);
      assertClose(stage.last(), 0.995);
      stage.bar(180, "ETH", CALM, 0, OK);
      stage.bar(240, "ETH", CALM, 0, OK);
      assertThat(stage.last()).isEqualTo(1.0);
    }

    @Test
    void feelsTheStressOfItsVenue() throws Exception {
      Stage stage = start();
      stage.bar(60, "ETH", CALM, 0.01, OK);
      assertClose(stage.last(), 0.995);
    }

    @Test
    void mayFallInDoubtButNotRise() throws Exception {
      Stage stage = start();
      stage.bar(60, "ETH", WILD, 0, DISPUTED);
      assertClose(stage.last(), 0.99);
      stage.bar(120, "ETH", CALM, 0, DISPUTED);
      assertClose(stage.last(), 0.99);
    }

    @Test
    void isEachAssetsOwn() throws Exception {
      Stage stage = start();
      stage.bar(60, "ETH", WILD, 0, OK);
      stage.bar(60, "USDC", CALM, 0, OK);
      assertThat(stage.loadFactors()).containsExactly(0.99, 1.0);
    }
  }

  @Test
  void theStateOfAnAssetIsAllThatCameWithTheMark() throws Exception {
    Stage stage = start();
    stage.harness.process(
        new VolatilityChange(
            new MarkChange(at(60), "ETH", DISPUTED, 100, 99, 101, 1.5, 1.25, 0.5, true), 0.7),
        at(60));
    assertThat(stage.harness.output())
        .containsExactly(
            new AssetState(
                at(60), "ETH", DISPUTED, 100, 99, 101, 1.5, 1.25, 0.7, stage.last(), true));
  }

  @Nested
  class State {

    @Test
    void survivesARestartAtEveryStep() throws Exception {
      for (int cut = 1; cut < 12; cut++) {
        Stage undisturbed = start();
        Stage before = start();
        walk(undisturbed, 1, 12);
        walk(before, 1, cut);
        Stage after = restore(before.harness.snapshot(), 1, 0);
        walk(after, cut, 12);
        List<AssetState> all = new ArrayList<>(before.harness.output());
        all.addAll(after.harness.output());
        assertThat(all).as("cut at bar %d", cut).isEqualTo(undisturbed.harness.output());
      }
    }

    @Test
    void movesWithItsAssetWhenTheParallelismChanges() throws Exception {
      Stage one = start();
      one.bar(60, "ETH", WILD, 0, OK);
      one.bar(60, "USDC", WILD, 0, OK);
      OperatorSubtaskState snapshot = one.harness.snapshot();
      for (String asset : List.of("ETH", "USDC")) {
        List<Double> known = new ArrayList<>();
        for (int subtask = 0; subtask < 2; subtask++) {
          Stage part = restore(snapshot, 2, subtask);
          part.move(90, asset, WILD);
          known.add(part.last());
        }
        assertThat(known).as(asset).containsExactlyInAnyOrder(0.99, 1.0);
      }
    }

    private void walk(Stage stage, int from, int to) throws Exception {
      for (int bar = from; bar < to; bar++) {
        stage.bar(
            60 * bar,
            "ETH",
            bar % 5 < 2 ? WILD : CALM,
            bar % 3 / 2.0,
            bar % 4 == 0 ? DISPUTED : OK);
      }
    }
  }

  private Stage start() throws Exception {
    Stage stage = new Stage(harness(1, 0));
    stage.harness.start();
    return stage;
  }

  private Stage restore(OperatorSubtaskState snapshot, int parallelism, int subtask)
      throws Exception {
    Stage stage = new Stage(harness(parallelism, subtask));
    stage.harness.restore(snapshot);
    return stage;
  }

  private AssetHarness<VolatilityChange, AssetState> harness(int parallelism, int subtask)
      throws Exception {
    RiskParameters parameters =
        Fixture.parameters(
            asset("ETH", "0.8").withLoadFactor(RULES), asset("USDC", "0.9").withLoadFactor(RULES));
    AssetHarness<VolatilityChange, AssetState> harness =
        new AssetHarness<>(
            new LoadFactorOperator(parameters),
            AssetStateSerializer.INSTANCE,
            parallelism,
            subtask);
    open.add(harness);
    return harness;
  }

  private static void assertClose(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(1e-15));
  }

  /** The operator under test, spoken to in volatilities. */
  private record Stage(AssetHarness<VolatilityChange, AssetState> harness) {

    void bar(double seconds, String asset, double volatility, double stress, MarkStatus status)
        throws Exception {
      send(seconds, asset, volatility, stress, status, true);
    }

    void move(double seconds, String asset, double volatility) throws Exception {
      send(seconds, asset, volatility, 0, OK, false);
    }

    private void send(
        double seconds,
        String asset,
        double volatility,
        double stress,
        MarkStatus status,
        boolean bar)
        throws Exception {
      MarkChange mark =
          new MarkChange(at(seconds), asset, status, 100, 100, 100, 1, 1, stress, bar);
      harness.process(new VolatilityChange(mark, volatility), at(seconds));
    }

    List<Double> loadFactors() {
      return harness.output().stream().map(AssetState::loadFactor).toList();
    }

    double last() {
      List<Double> all = loadFactors();
      return all.get(all.size() - 1);
    }
  }
}
