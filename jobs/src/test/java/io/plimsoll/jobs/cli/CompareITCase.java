package io.plimsoll.jobs.cli;

import static io.plimsoll.jobs.cli.TypedCase.T;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two backfills of one history, side by side, with nothing between them and the comparison. */
class CompareITCase {

  @TempDir private Path directory;

  @Test
  void anEarlierCallIsALongerWarning() throws Exception {
    TypedCase input =
        // 0.8 · 200, 152, 140 and 124 a unit beside a debt of 100
        loan("1", "100", "152", "140", "124")
            .file("parameters.yaml", parameters("1.15"))
            .file("earlier.yaml", parameters("1.25"));
    Path b = directory.resolve("b");
    assertThat(input.backfill().code()).isZero();
    assertThat(
            input
                .backfillTo(b, "--parameters", input.data().resolve("earlier.yaml").toString())
                .code())
        .isZero();

    CommandLineRun run =
        CommandLineRun.of("compare", input.out().toString(), b.toString(), "--json");

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    JsonNode json = new ObjectMapper().readTree(run.out().get(0));
    assertThat(json.at("/accounts/liquidatable/a").asInt()).isOne();
    assertThat(json.at("/liquidations/valueUsd/a").asDouble()).isPositive();
    assertThat(json.at("/liquidations/valueUsd/difference").asDouble()).isZero();
    assertThat(json.at("/warnings/medianMs/a").asLong()).isEqualTo(60_000);
    assertThat(json.at("/warnings/medianMs/b").asLong()).isEqualTo(120_000);
    assertThat(json.at("/differMost/0/account").asText()).isEqualTo("alice");
  }

  @Test
  void aLiquidationOnPaperLeavesLessBadDebt() throws Exception {
    TypedCase input =
        loan("10", "1000", "120", "80")
            .file("parameters.yaml", parameters("1.15"))
            .file("paper.yaml", parameters("1.15, execution: paper"));
    Path b = directory.resolve("b");
    assertThat(input.backfill().code()).isZero();
    CommandLineRun paper =
        input.backfillTo(b, "--parameters", input.data().resolve("paper.yaml").toString());
    assertThat(paper.code()).isZero();
    assertThat(String.join("\n", paper.out()))
        .contains("SIMULATED: liquidations carried out on paper");

    CommandLineRun run =
        CommandLineRun.of("compare", input.out().toString(), b.toString(), "--json");

    JsonNode json = new ObjectMapper().readTree(run.out().get(0));
    assertThat(json.at("/a/execution").isMissingNode()).isTrue();
    assertThat(json.at("/b/execution").asText()).isEqualTo("PAPER");
    assertThat(json.at("/paper/liquidations/a").asInt()).isZero();
    // At 120 it has 960 beside 1000: half of the debt may be repaid, for as much ETH and a bonus.
    assertThat(json.at("/paper/valueUsd/b").asDouble()).isPositive();
    assertThat(json.at("/badDebt/atEndUsd/a").asDouble()).isEqualTo(200);
    assertThat(json.at("/badDebt/atEndUsd/b").asDouble()).isLessThan(100);
    assertThat(CommandLineRun.of("compare", input.out().toString(), b.toString()).out())
        .anyMatch(line -> line.contains("SIMULATED"))
        .anyMatch(line -> line.contains("liquidated on paper"));
  }

  /** Alice holds ETH and owes USD; ETH is 200, and another price each minute after. */
  private TypedCase loan(String eth, String usd, String... prices) throws Exception {
    List<String> quotes =
        new ArrayList<>(List.of("timestamp,asset,price", T + ",ETH,200", T + ",USD,1"));
    for (int i = 0; i < prices.length; i++) {
      quotes.add((T + 60_000L * (i + 1)) + ",ETH," + prices[i]);
    }
    return new TypedCase(directory)
        .file("quotes.csv", quotes.toArray(String[]::new))
        .file(
            "positions.csv",
            "timestamp,account,asset,kind,amount",
            T + ",alice,ETH,COLLATERAL," + eth,
            T + ",alice,USD,DEBT," + usd);
  }

  private static String[] parameters(String marginCall) {
    return new String[] {
      "global: {marginCall: " + marginCall + "}",
      "assets:",
      "  ETH: {liquidationThreshold: 0.8, maxAge: 5m}",
      "  USD: {liquidationThreshold: 0.8, maxAge: 1h}"
    };
  }
}
