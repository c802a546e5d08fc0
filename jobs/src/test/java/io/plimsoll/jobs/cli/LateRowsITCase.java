package io.plimsoll.jobs.cli;

import static io.plimsoll.jobs.cli.TypedCase.T;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that are accepted late change the result without being refused: they are told. */
class LateRowsITCase {

  private static final String LINE = "3 rows came late and count later than their time";

  @TempDir private Path directory;
  private TypedCase input;

  @BeforeEach
  void threeUpdatesOutOfOrderAndAQuote() throws IOException {
    input =
        new TypedCase(directory)
            .file("quotes.csv", "timestamp,asset,price", row(60, "ETH,200"), row(30, "ETH,201"))
            .file(
                "positions.csv",
                "timestamp,account,asset,kind,amount",
                row(60, "alice,ETH,COLLATERAL,1"),
                row(59, "bob,ETH,COLLATERAL,1"),
                row(60, "carol,ETH,COLLATERAL,1"),
                row(30, "alice,ETH,COLLATERAL,2")) // superseded in the end, but late all the same
            .file("accounts.csv", "timestamp,account,mode", row(60, "alice,"), row(40, "bob,"));
  }

  private static String row(int seconds, String cells) {
    return (T + seconds * 1000L) + "," + cells;
  }

  @Test
  void areCountedInTheSummary() throws Exception {
    CommandLineRun run = input.backfill();
    assertThat(run.out()).contains(LINE);
    assertThat(lateRows()).isEqualTo(3);
    assertThat(input.refused()).hasSize(2); // the quote, and what was superseded
  }

  @Test
  void areNoneWhenTheAllowedLatenessIsEnough() throws Exception {
    CommandLineRun run = input.backfill("--max-lateness", "1m");
    assertThat(run.out()).doesNotContain(LINE);
    assertThat(lateRows()).isZero();
    assertThat(input.refused()).isEmpty();
  }

  private int lateRows() throws IOException {
    return new ObjectMapper()
        .readTree(input.out().resolve("summary.json").toFile())
        .at("/run/lateRows")
        .intValue();
  }
}
