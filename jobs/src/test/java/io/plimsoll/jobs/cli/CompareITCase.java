package io.plimsoll.jobs.cli;

import static io.plimsoll.jobs.cli.TypedCase.T;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two backfills of one history, side by side, with nothing between them and the comparison. */
class CompareITCase {

  @TempDir private Path directory;

  @Test
  void anEarlierCallIsALongerWarning() throws Exception {
    TypedCase input =
        new TypedCase(directory)
            .file(
                "quotes.csv",
                "timestamp,asset,price",
                T + ",ETH,200",
                T + ",USD,1",
                // 0.8 · 200, 152, 140 and 124 a unit beside a debt of 100
                (T + 60_000) + ",ETH,152",
                (T + 120_000) + ",ETH,140",
                (T + 180_000) + ",ETH,124")
            .file(
                "positions.csv",
                "timestamp,account,asset,kind,amount",
                T + ",alice,ETH,COLLATERAL,1",
                T + ",alice,USD,DEBT,100")
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

  private static String[] parameters(String marginCall) {
    return new String[] {
      "global: {marginCall: " + marginCall + "}",
      "assets:",
      "  ETH: {liquidationThreshold: 0.8, maxAge: 5m}",
      "  USD: {liquidationThreshold: 0.8, maxAge: 1h}"
    };
  }
}
