package io.plimsoll.benchmarks.latency;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.benchmarks.report.Conditions;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class LatencyTableTest {

  private static LatencyReport report(String job, long... micros) {
    Histogram late = new Histogram(60_000_000, 3);
    for (long each : micros) {
      late.recordValue(each);
    }
    return LatencyReport.of(job, 1_000, 60, late, Conditions.here("", 0, Map.of()));
  }

  @Test
  void setsTheMonitorBesideTheEmptyJobOfItsRate() {
    List<String> lines =
        LatencyTable.lines(List.of(report("empty", 2_000, 4_000), report("monitor", 3_000, 6_000)));

    assertThat(lines.get(1)).contains("empty").endsWith("1.00");
    assertThat(lines.get(2)).contains("monitor").endsWith("1.50");
  }

  @Test
  void setsEachTurnBesideItsOwnEmptyJobWhenARateIsMeasuredAgain() {
    List<String> lines =
        LatencyTable.lines(
            List.of(
                report("empty", 2_000),
                report("monitor", 6_000),
                report("empty", 4_000),
                report("monitor", 6_000)));

    assertThat(lines.get(2)).endsWith("3.00");
    assertThat(lines.get(4)).endsWith("1.50");
  }

  @Test
  void countsInMilliseconds() {
    LatencyReport report = report("empty", 1_000, 2_000, 250_000);

    assertThat(report.records()).isEqualTo(3);
    assertThat(report.p50Millis()).isBetween(1.99, 2.01);
    assertThat(report.maxMillis()).isBetween(249.0, 251.0);
  }
}
