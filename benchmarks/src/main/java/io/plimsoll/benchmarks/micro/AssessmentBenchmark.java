package io.plimsoll.benchmarks.micro;

import io.plimsoll.risk.account.Holding;
import io.plimsoll.risk.account.Kind;
import io.plimsoll.risk.account.Mode;
import io.plimsoll.risk.account.Settings;
import io.plimsoll.risk.health.Assessment;
import io.plimsoll.risk.health.AssetTable;
import io.plimsoll.risk.health.Factor;
import io.plimsoll.risk.health.Portfolio;
import io.plimsoll.risk.level.Level;
import io.plimsoll.risk.level.LevelPolicy;
import io.plimsoll.risk.mark.MarkStatus;
import io.plimsoll.risk.parameters.AssetParameters;
import io.plimsoll.risk.parameters.BarRules;
import io.plimsoll.risk.parameters.Execution;
import io.plimsoll.risk.parameters.ForecastRules;
import io.plimsoll.risk.parameters.LevelRules;
import io.plimsoll.risk.parameters.MarginRules;
import io.plimsoll.risk.parameters.RiskParameters;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One judgement of one account: the sums and the level that follows. Conditions: 40 assets, 1,000
 * accounts of 2 to 5 holdings, all well above their lines, so that doubles decide; a price changes
 * before each judgement.
 */
@State(Scope.Thread)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class AssessmentBenchmark {

  private static final int ASSETS = 40;
  private static final int ACCOUNTS = 1_000;
  private static final long SEED = 1L;

  @Param({"GROSS", "NETTED"})
  private Mode mode;

  private AssetTable assets;
  private Assessment assessment;
  private LevelPolicy levels;
  private Portfolio[] portfolios;
  private int next;

  /** Makes the market and the accounts. */
  @Setup
  public void prepare() {
    RiskParameters parameters = parameters();
    assets = new AssetTable(parameters.assets().values());
    assessment = new Assessment(assets);
    levels = new LevelPolicy(parameters.levels());
    SplittableRandom random = new SplittableRandom(SEED);
    for (int asset = 0; asset < ASSETS; asset++) {
      price(asset, 100 + random.nextInt(1000));
    }
    portfolios = new Portfolio[ACCOUNTS];
    for (int i = 0; i < ACCOUNTS; i++) {
      portfolios[i] =
          Portfolio.of(
              holdings(random),
              new Settings(mode, Settings.NO_CATEGORY, Settings.NO_MARGIN_CALL),
              assets,
              parameters);
    }
  }

  /** The level after a price change. */
  @Benchmark
  public Level judge() {
    next = next + 1 == ACCOUNTS ? 0 : next + 1;
    price(next % ASSETS, 500 + next % 13);
    assessment.assess(portfolios[next], Factor.ONE);
    return levels.next(Level.SAFE, assessment);
  }

  /** The same judgement, decided exactly: what an event costs, and an account on its very line. */
  @Benchmark
  public boolean judgeExactly() {
    next = next + 1 == ACCOUNTS ? 0 : next + 1;
    assessment.assess(portfolios[next], Factor.ONE);
    return assessment.exact().assets().isBelow(assessment.exact().liabilities());
  }

  private void price(int asset, double price) {
    assets.update(asset, MarkStatus.OK, price, price * 0.999, price * 1.001, 1, 1, 0.97);
  }

  private static List<Holding> holdings(SplittableRandom random) {
    List<Holding> holdings = new ArrayList<>();
    int count = 2 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      Kind kind = i == 0 ? Kind.DEBT : Kind.COLLATERAL;
      BigDecimal amount = BigDecimal.valueOf(i == 0 ? 1 : 10_000 + random.nextInt(10_000), 2);
      holdings.add(
          new Holding("main", "A" + random.nextInt(ASSETS), kind, amount, BigDecimal.ZERO));
    }
    return holdings;
  }

  private static RiskParameters parameters() {
    MarginRules margin = MarginRules.DEFAULTS.withLiquidationThreshold(new BigDecimal("0.8"));
    Map<String, AssetParameters> byName = new HashMap<>();
    for (int i = 0; i < ASSETS; i++) {
      byName.put("A" + i, AssetParameters.defaults("A" + i).withMargin(margin));
    }
    return new RiskParameters(
        BarRules.DEFAULTS,
        LevelRules.DEFAULTS,
        ForecastRules.DEFAULTS,
        RiskParameters.DEFAULT_CANDLE_INTERVAL_MS,
        Execution.NONE,
        byName,
        Map.of());
  }
}
