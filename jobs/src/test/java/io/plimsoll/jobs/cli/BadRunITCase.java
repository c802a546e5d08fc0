package io.plimsoll.jobs.cli;

import static io.plimsoll.jobs.cli.TypedCase.T;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What turns out to be wrong only when a job has started, or never does. */
class BadRunITCase {

  @TempDir private Path directory;
  private TypedCase input;

  @BeforeEach
  void aCaseWithTheOutputsOfAnEarlierRun() throws IOException {
    input = new TypedCase(directory).afterAnEarlierRun();
  }

  @Nested
  class ARow {

    @ParameterizedTest
    @CsvSource({
      "NaN, MALFORMED",
      "1e400, MALFORMED",
      "Infinity, MALFORMED",
      "-1, NON_POSITIVE",
      "1e-400, NON_POSITIVE"
    })
    void ofAPriceThatIsNoneIsRefused(String price, String reason) throws Exception {
      input.file("quotes.csv", "timestamp,asset,price", T + ",ETH,200", T + ",ETH," + price);
      assertRefusedRow(input.backfill(), "quotes.csv", 3, reason);
    }

    @Test
    void ofAnAssetWithoutParametersIsRefused() throws Exception {
      input.file("quotes.csv", "timestamp,asset,price", T + ",ETH,200", T + ",DOGE,1");
      assertRefusedRow(input.backfill(), "quotes.csv", 3, "UNKNOWN_ASSET");
    }

    @Test
    void ofAnAmountOfFortyDigitsIsRefused() throws Exception {
      input.file(
          "positions.csv",
          "timestamp,account,asset,kind,amount",
          T + ",alice,ETH,COLLATERAL," + "1234567890".repeat(4));
      assertRefusedRow(input.backfill(), "positions.csv", 2, "MALFORMED");
    }

    @Test
    void inTheMiddleOfWhichTheFileEndsIsRefused() throws Exception {
      Files.writeString(
          input.data().resolve("quotes.csv"), "timestamp,asset,price\n" + T + ",ETH,200\n" + T);
      assertRefusedRow(input.backfill(), "quotes.csv", 3, "MALFORMED");
    }

    private void assertRefusedRow(CommandLineRun run, String file, int line, String reason)
        throws IOException {
      assertThat(run.err()).isEmpty();
      assertThat(run.code()).isZero();
      assertThat(input.refused())
          .singleElement()
          .asString()
          .startsWith(
              "{\"file\":\"" + file + "\",\"line\":" + line + ",\"reason\":\"" + reason + "\"");
    }
  }

  @Nested
  class AFile {

    @Test
    void thatIsTruncatedStopsTheRunWithTheLineItGotTo() throws Exception {
      byte[] whole = gzippedQuotes(50_000);
      Path file = input.data().resolve("quotes-more.csv.gz");
      Files.write(file, Arrays.copyOf(whole, whole.length / 2));
      input.assertRefused(
          input.backfill(), file + ": after line ", "a truncated or corrupt gzip file");
    }

    @Test
    void thatIsNotUtf8StopsTheRun() throws Exception {
      Path file = input.data().resolve("quotes-more.csv");
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      bytes.writeBytes("timestamp,asset,price\n".getBytes(StandardCharsets.US_ASCII));
      for (int row = 0; row < 20_000; row++) {
        bytes.writeBytes((T + row + ",ETH,200\n").getBytes(StandardCharsets.US_ASCII));
      }
      bytes.write(0xff);
      Files.write(file, bytes.toByteArray());
      input.assertRefused(input.backfill(), file + ": after line ", "not UTF-8");
    }

    private static byte[] gzippedQuotes(int rows) throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (OutputStream gzip = new GZIPOutputStream(bytes)) {
        gzip.write("timestamp,asset,price\n".getBytes(StandardCharsets.US_ASCII));
        for (int row = 0; row < rows; row++) {
          String line = (T + row) + ",ETH," + (200 + Math.sin(row)) + "\n";
          gzip.write(line.getBytes(StandardCharsets.US_ASCII));
        }
      }
      return bytes.toByteArray();
    }
  }

  @Nested
  class AFlinkOption {

    @ParameterizedTest
    @ValueSource(strings = {"BATCH", "AUTOMATIC"})
    void thatWouldFalsifyTheResultIsRefused(String mode) throws Exception {
      input.assertRefused(
          input.backfill("-D", "execution.runtime-mode=" + mode),
          "plimsoll backfill: execution.runtime-mode: " + mode + " is not allowed",
          "allowed is STREAMING");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "execution.runtime-mode=SIDEWAYS",
          "parallelism.default=many",
          "taskmanager.memory.managed.size=much",
          "taskmanager.numberOfTaskSlots=-1",
          "state.backend.type=paper"
        })
    void thatFlinkRefusesIsToldInOneLine(String option) throws Exception {
      CommandLineRun run = input.backfill("-D", option);
      assertThat(run.err()).singleElement().asString().startsWith("plimsoll backfill: ");
      assertThat(run.code()).isBetween(1, 2);
      input.assertNoOutputs();
    }
  }

  @Test
  void aRunThatGoesWellLeavesEverythingAndSaysNothingOnStderr() throws Exception {
    CommandLineRun run = input.backfill();
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out()).isNotEmpty();
    assertThat(input.outputs())
        .containsExactly(
            "report.html",
            "summary.json",
            "margin-events.jsonl",
            "asset-states.jsonl",
            "refused.jsonl");
  }
}
