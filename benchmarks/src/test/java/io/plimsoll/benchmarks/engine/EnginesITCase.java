package io.plimsoll.benchmarks.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.benchmarks.judge.NaiveScan;
import io.plimsoll.benchmarks.market.Market;
import io.plimsoll.benchmarks.market.MarketKind;
import io.plimsoll.benchmarks.market.MarketSpec;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every engine against the naive scan, through ticks of one asset and then a crash of all. */
class EnginesITCase {

  private static final int CALM = 50;
  private static final int TICKS = 150;
  private static final MarketSpec MARKET =
      new MarketSpec(300, 20, 2, 5, 3, MarketKind.CRASH, CALM, TICKS);

  @TempDir private Path scratch;

  @ParameterizedTest
  @EnumSource
  void issuesTheEventsOfTheNaiveScan(EngineName engine) throws Exception {
    RunSpec spec =
        RunSpec.of(engine.optionValue(), MARKET, Timing.of(CALM, TICKS))
            .withRestore(engine == EngineName.WHEEL);
    EngineRun run = RunsHere.run(spec, scratch);
    long[] expected = NaiveScan.triggers(new Market(MARKET), CALM + TICKS);
    assertThat(expected).hasSizeGreaterThan(200);
    assertThat(run.triggers().upTo(CALM + TICKS)).isEqualTo(expected);
    assertThat(run.outcome().ticks()).isEqualTo(TICKS);
    assertThat(run.outcome().warmupTicks()).isEqualTo(CALM);
    assertThat(run.outcome().judgements()).isPositive();
    assertThat(run.outcome().restoreSeconds() > 0).isEqualTo(spec.restore());
  }
}
