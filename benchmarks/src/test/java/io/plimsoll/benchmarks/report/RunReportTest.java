package io.plimsoll.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.benchmarks.engine.Checkpoints;
import io.plimsoll.benchmarks.engine.HeapUse;
import io.plimsoll.benchmarks.engine.Outcome;
import io.plimsoll.benchmarks.engine.RunSpec;
import io.plimsoll.benchmarks.engine.TickTimes;
import io.plimsoll.benchmarks.engine.Timing;
import io.plimsoll.benchmarks.engine.Window;
import io.plimsoll.benchmarks.market.MarketKind;
import io.plimsoll.benchmarks.market.MarketSpec;
import io.plimsoll.benchmarks.trigger.Trigger;
import io.plimsoll.benchmarks.trigger.TriggerLog;
import io.plimsoll.risk.level.Level;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunReportTest {

  private static final int ACCOUNTS = 1_000;
  private static final int WARMUP = 10;
  private static final long TICKS = 500;

  private static RunSpec spec(String engine, int cache) {
    MarketSpec market = new MarketSpec(ACCOUNTS, 40, 2, 5, 7, MarketKind.WALK, 0, 0);
    return RunSpec.of(engine, market, new Timing(WARMUP, TICKS, 1, 20)).withCache(cache);
  }

  /** A run whose windows took so many seconds; an event in the warm-up and one at the last tick. */
  private static RunReport report(RunSpec spec, long disk, double... windowSeconds) {
    List<Window> windows = new ArrayList<>();
    for (double seconds : windowSeconds) {
      windows.add(new Window(TICKS, seconds, 2_500));
    }
    TriggerLog triggers = new TriggerLog();
    long end = WARMUP + windows.size() * TICKS;
    for (long tick : new long[] {0, end - 1, end}) {
      triggers.add(Trigger.of(tick, 5, Level.SAFE, Level.MARGIN_CALL));
    }
    Outcome outcome =
        new Outcome(
            "rocksdb",
            1L << 30,
            WARMUP,
            windows,
            new TickTimes(1, 2, 3),
            0.5,
            new HeapUse(1_000_000, 1_064_000),
            disk,
            Checkpoints.OFF,
            Outcome.NONE);
    return RunReport.of(spec, 1, outcome, triggers, "the reference");
  }

  private static RunReport report(String engine, double... windowSeconds) {
    return report(spec(engine, RunSpec.DEFAULT_CACHE), 0, windowSeconds);
  }

  private static JsonNode json(RunReport report) throws Exception {
    return new ObjectMapper().readTree(Json.line(report));
  }

  @Test
  void isOneLineOfJsonWithFiguresAndConditions() throws Exception {
    RunReport report = report(spec("wheel", RunSpec.DEFAULT_CACHE), 80_000, 2);
    assertThat(Json.line(report)).doesNotContain("\n");
    JsonNode json = json(report);
    assertThat(json.get("engine").textValue()).isEqualTo("wheel");
    assertThat(json.get("accounts").longValue()).isEqualTo(1_000);
    assertThat(json.get("holdingsPerAccount").textValue()).isEqualTo("2-5");
    assertThat(json.get("ticksPerSecond").doubleValue()).isEqualTo(250);
    assertThat(json.get("judgements").longValue()).isEqualTo(2_500);
    assertThat(json.get("events").longValue()).isEqualTo(2);
    assertThat(json.get("heapBytesPerAccount").doubleValue()).isEqualTo(64);
    assertThat(json.get("diskBytesPerAccount").doubleValue()).isEqualTo(80);
    for (String condition :
        List.of("jvm", "javaVersion", "cpus", "maxHeap", "backend", "parallelism", "seed", "os")) {
      assertThat(json.get("conditions").hasNonNull(condition)).as(condition).isTrue();
    }
    assertThat(json.get("conditions").get("warmupTicks").longValue()).isEqualTo(10);
  }

  @Test
  void whatWasNotMeasuredIsNull() throws Exception {
    JsonNode json = json(report(spec("scan", RunSpec.DEFAULT_CACHE), Outcome.NONE, 2));
    assertThat(json.get("diskBytesPerAccount").isNull()).isTrue();
    assertThat(json.get("restoreSeconds").isNull()).isTrue();
    assertThat(json.get("conditions").get("checkpointInterval").isNull()).isTrue();
  }

  @Test
  void eachWindowIsToldByItselfAndTheSpeedIsTheirMedian() throws Exception {
    JsonNode json = json(report("wheel", 5, 1, 2));
    assertThat(json.get("windows")).hasSize(3);
    JsonNode last = json.get("windows").get(2);
    assertThat(last.get("ticks").longValue()).isEqualTo(500);
    assertThat(last.get("seconds").doubleValue()).isEqualTo(2);
    assertThat(last.get("ticksPerSecond").doubleValue()).isEqualTo(250);
    assertThat(last.get("judgements").longValue()).isEqualTo(2_500);
    assertThat(last.get("events").longValue()).isEqualTo(1);
    assertThat(json.get("windows").get(0).get("events").longValue()).isZero();
    assertThat(json.get("ticksPerSecond").doubleValue()).isEqualTo(250);
    assertThat(json.get("ticks").longValue()).isEqualTo(1_500);
    assertThat(json.get("seconds").doubleValue()).isEqualTo(8);
    assertThat(json.get("judgements").longValue()).isEqualTo(7_500);
  }

  @Test
  void heapBeyondCachesIsToldOnlyWhenTheCacheIsTooSmallToMatter() throws Exception {
    JsonNode small = json(report(spec("wheel", 10), 0, 1)).get("heap");
    assertThat(small.get("bytesPerAccountBeyondCaches").doubleValue()).isEqualTo(1_064);
    assertThat(small.get("emptyBytes").longValue()).isEqualTo(1_000_000);
    assertThat(small.get("cacheAccounts").intValue()).isEqualTo(10);
    JsonNode large = json(report(spec("wheel", 11), 0, 1)).get("heap");
    assertThat(large.get("bytesPerAccountBeyondCaches").isNull()).isTrue();
    JsonNode none = json(report(spec("scan", 10), 0, 1)).get("heap");
    assertThat(none.get("cacheAccounts").isNull()).isTrue();
    assertThat(none.get("bytesPerAccountBeyondCaches").isNull()).isTrue();
  }

  @Test
  void figuresAreOfAllWindowsOfAllRunsOfAnEngineInOrder() {
    List<EngineFigures> figures =
        EngineFigures.of(
            List.of(
                report("wheel", 1, 5),
                report("scan", 10),
                report("wheel", 2, 4),
                report("scan", 20),
                report("wheel", 2.5)));
    assertThat(figures).extracting(f -> f.run().engine()).containsExactly("wheel", "scan");
    assertThat(figures.get(0).ticksPerSecond()).isEqualTo(new Spread(100, 200, 500));
    assertThat(figures.get(1).ticksPerSecond()).isEqualTo(new Spread(25, 37.5, 50));
    assertThat(figures.get(1).run().seconds()).isEqualTo(20); // of two runs the slower
    assertThat(figures.get(0).microsPerTick()).isEqualTo(5_000);
  }

  @Test
  void theTableHasARowForEachEngineWithItsRatioLeastAndMost() {
    List<String> lines =
        RunTable.lines(
            EngineFigures.of(List.of(report("wheel", 1, 2, 0.5), report("scan", 50, 50, 50))));
    assertThat(lines).anyMatch(line -> line.startsWith("scan ") && line.contains("1/50.0"));
    assertThat(lines).anyMatch(line -> line.matches("wheel +500 +250 +1,000 .*"));
  }
}
