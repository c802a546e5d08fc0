package io.plimsoll.jobs.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.jobs.ledger.OutputDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Numbers at the end of their range, which nothing refuses: they neither stop a run, nor become
 * infinite or undefined, which would be written as null.
 */
class AbsurdNumbersITCase {

  @RegisterExtension
  private static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .build());

  private static final long T = 1_583_020_800_000L;
  private static final String ETH = "liquidationThreshold: 0.8, maxAge: 5m";

  @TempDir private Path directory;
  private final List<String> quotes = new ArrayList<>();
  private final List<String> indices = new ArrayList<>();

  private void quote(int minute, String source, String price, String confidence) {
    quotes.add((T + minute * 60_000L) + ",ETH," + source + "," + price + "," + confidence);
  }

  private void rate(int minute, String rate) {
    indices.add((T + minute * 60_000L) + ",ETH," + rate);
  }

  /** Runs it all with holders of every kind, and returns the rows of a file. */
  private List<Map<String, Object>> run(String eth, String file) throws Exception {
    Path data = Files.createDirectories(directory.resolve("data"));
    Files.writeString(
        data.resolve("parameters.yaml"),
        "global: {estimator: MAX}\nassets:\n  ETH: {"
            + eth
            + "}\n  USDC: {liquidationThreshold: 0.9, maxAge: 1d}\n");
    List<String> rows = new ArrayList<>(List.of("timestamp,asset,source,price,confidence"));
    rows.add(T + ",USDC,,1,");
    rows.addAll(quotes);
    rows.add((T + 30 * 60_000L) + ",USDC,,1,");
    Files.write(data.resolve("quotes.csv"), rows);
    if (!indices.isEmpty()) {
      indices.add(0, "timestamp,asset,exchange_rate");
      Files.write(data.resolve("indices.csv"), indices);
    }
    Files.writeString(
        data.resolve("positions.csv"),
        """
        timestamp,account,asset,kind,amount,entry_price
        %1$d,holder,ETH,COLLATERAL,1,
        %1$d,holder,USDC,DEBT,1000,
        %1$d,ower,USDC,COLLATERAL,1000,
        %1$d,ower,ETH,DEBT,0.5,
        %1$d,long,ETH,LONG,2,1500
        %1$d,long,USDC,COLLATERAL,500,
        %1$d,short,ETH,SHORT,2,1500
        %1$d,short,USDC,COLLATERAL,500,
        """
            .formatted(T));
    Path out = directory.resolve("out");
    Backfills.run(data, out, 2, StateBackend.HASHMAP, 0);
    return JsonRows.read(out.resolve(file));
  }

  /** The asset's states, all of them numbers. */
  private List<Map<String, Object>> statesOf(String eth) throws Exception {
    List<Map<String, Object>> states =
        run(eth, OutputDirectory.ASSET_STATES).stream()
            .filter(row -> row.get("asset").equals("ETH"))
            .toList();
    assertThat(states)
        .allSatisfy(
            row -> {
              assertThat(row).doesNotContainValue(null);
              assertThat((Double) row.get("loadFactor")).isBetween(0.5, 1.0);
            });
    return states;
  }

  private static Object last(List<Map<String, Object>> rows, String key) {
    return rows.get(rows.size() - 1).get(key);
  }

  @Nested
  class Prices {

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.5", "1000000"})
    void mayJumpBeyondTheRangeOfTheirQuotient(String sensitivity) throws Exception {
      quote(0, "", "1e-306", "");
      quote(1, "", "2000", "");
      quote(2, "", "1.7e308", "");
      quote(3, "", "4.9e-324", "");
      quote(4, "", "2000", "");
      List<Map<String, Object>> states = statesOf(ETH + ", sensitivity: " + sensitivity);
      assertThat(last(states, "mid")).isEqualTo(2000.0);
      assertThat((Double) last(states, "volatility")).isGreaterThan(1000);
    }

    @Test
    void areDisputedWhenTheirUpperEndIsNoNumber() throws Exception {
      quote(0, "", "2000", "");
      quote(1, "", "1.75e308", "8e306");
      quote(3, "", "2000", "");
      List<Map<String, Object>> states = statesOf(ETH);
      assertThat(states.get(1)).containsEntry("status", "DISPUTED").containsEntry("mid", 2000.0);
      assertThat(states.get(3)).containsEntry("status", "OK");
    }

    @Test
    void areDisputedWhenTheirMeanIsNoNumber() throws Exception {
      quote(0, "a", "1.7e308", "");
      quote(0, "b", "1.7e308", "");
      quote(2, "a", "2000", "");
      quote(2, "b", "2000", "");
      List<Map<String, Object>> states = statesOf(ETH);
      assertThat(states.get(0)).containsEntry("status", "OK").containsEntry("mid", 2000.0);
      assertThat(states.get(0)).containsEntry("instant", T + 2 * 60_000L);
    }

    @Test
    void areDisputedWhenTheMeanOfTheirConfidencesIsNoNumber() throws Exception {
      quote(0, "a", "2000", "");
      quote(0, "b", "2000", "");
      quote(1, "a", "2000", "1.7e308");
      quote(1, "b", "2000", "1.7e308");
      assertThat(statesOf(ETH).get(1)).containsEntry("status", "DISPUTED");
    }

    @Test
    void doNotStopTheRunWithAWideMarkBelowZero() throws Exception {
      quote(0, "", "1e308", "7e307");
      quote(1, "", "1e-300", "1e300");
      quote(2, "", "2000", "5000");
      List<Map<String, Object>> states = statesOf(ETH + ", maxConfidence: 10");
      assertThat(last(states, "low")).isEqualTo(-3000.0);
    }
  }

  @Nested
  class AnAnchorFarInTheFuture {

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.05", "1000000"})
    void leavesARateAboveZero(String growth) throws Exception {
      quote(0, "", "2000", "");
      rate(1, "1.1");
      quote(2, "", "1990", "");
      List<Map<String, Object>> events =
          run(
              ETH
                  + ", anchorRate: 1, anchorTime: \"9999-12-31T00:00:00Z\", maxRateGrowth: "
                  + growth,
              OutputDirectory.MARGIN_EVENTS);
      assertThat(events)
          .filteredOn(row -> !row.get("account").equals("ower"))
          .isNotEmpty()
          .allSatisfy(row -> assertThat(row.get("healthFactor")).isInstanceOf(Double.class));
    }
  }

  @Test
  void referenceVolatilitiesMayBeAbsurdToo() throws Exception {
    quote(0, "", "2000", "");
    quote(1, "", "2100", "");
    quote(2, "", "2100", "");
    List<Map<String, Object>> states =
        statesOf(ETH + ", referenceVolatility: 0.000000001, sensitivity: 1");
    assertThat((Double) last(states, "loadFactor")).isLessThan(1.0);
  }
}
