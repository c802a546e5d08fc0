package io.plimsoll.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.benchmarks.engine.Checkpoints;
import io.plimsoll.benchmarks.engine.Outcome;
import io.plimsoll.benchmarks.engine.RunSpec;
import io.plimsoll.benchmarks.engine.TickTimes;
import io.plimsoll.benchmarks.market.MarketKind;
import io.plimsoll.benchmarks.market.MarketSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunReportTest {

  private static RunReport report(String engine, double seconds, long disk) {
    MarketSpec market = new MarketSpec(1_000, 40, 2, 5, 7, MarketKind.WALK, 0, 0);
    RunSpec spec =
        new RunSpec(engine, market, 10, 500, 20, RunSpec.DEFAULT_CACHE, 0, false, Map.of());
    Outcome outcome =
        new Outcome(
            "rocksdb",
            1L << 30,
            10,
            500,
            seconds,
            2_500,
            new TickTimes(1, 2, 3),
            0.5,
            64_000,
            disk,
            Checkpoints.OFF,
            Outcome.NONE);
    return RunReport.of(spec, 1, outcome, 3, "the reference");
  }

  @Test
  void isOneLineOfJsonWithFiguresAndConditions() throws Exception {
    String line = Json.line(report("wheel", 2, 80_000));
    assertThat(line).doesNotContain("\n");
    JsonNode json = new ObjectMapper().readTree(line);
    assertThat(json.get("engine").textValue()).isEqualTo("wheel");
    assertThat(json.get("accounts").longValue()).isEqualTo(1_000);
    assertThat(json.get("holdingsPerAccount").textValue()).isEqualTo("2-5");
    assertThat(json.get("ticksPerSecond").doubleValue()).isEqualTo(250);
    assertThat(json.get("judgements").longValue()).isEqualTo(2_500);
    assertThat(json.get("events").longValue()).isEqualTo(3);
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
    JsonNode json = new ObjectMapper().readTree(Json.line(report("scan", 2, Outcome.NONE)));
    assertThat(json.get("diskBytesPerAccount").isNull()).isTrue();
    assertThat(json.get("restoreSeconds").isNull()).isTrue();
    assertThat(json.get("conditions").get("checkpointInterval").isNull()).isTrue();
  }

  @Test
  void theMedianIsOfEachEngineInOrder() {
    List<RunReport> medians =
        Medians.of(
            List.of(
                report("wheel", 1, 0),
                report("scan", 9, 0),
                report("wheel", 3, 0),
                report("scan", 8, 0),
                report("wheel", 2, 0)));
    assertThat(medians).extracting(RunReport::engine).containsExactly("wheel", "scan");
    assertThat(medians).extracting(RunReport::seconds).containsExactly(2.0, 9.0);
  }

  @Test
  void theTableHasARowForEachEngineWithItsRatio() {
    RunReport wheel = report("wheel", 1, 0);
    List<String> lines = RunTable.lines(List.of(wheel, report("scan", 50, 0)), wheel);
    assertThat(lines).anyMatch(line -> line.startsWith("scan ") && line.contains("1/50.0"));
  }
}
