package io.plimsoll.jobs.cli;

import static io.plimsoll.jobs.cli.TypedCase.T;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.jobs.ledger.OutputDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known to be wrong before a job starts: one line, and nothing to mistake for a result. */
class BadInputTest {

  @TempDir private Path directory;
  private TypedCase input;

  @BeforeEach
  void aCaseWithTheOutputsOfAnEarlierRun() throws IOException {
    input = new TypedCase(directory).afterAnEarlierRun();
  }

  @Nested
  class TheDataDirectory {

    @Test
    void mayBeMissing() throws Exception {
      Path missing = directory.resolve("dtaa");
      CommandLineRun run =
          CommandLineRun.of(
              "backfill", "--data", missing.toString(), "--out", input.out().toString());
      input.assertRefused(run, missing.toString(), "no such directory");
    }

    @Test
    void mayBeAFile() throws Exception {
      Path file = input.data().resolve("quotes.csv");
      CommandLineRun run =
          CommandLineRun.of("backfill", "--data", file.toString(), "--out", input.out().toString());
      input.assertRefused(run, file.toString(), "not a directory");
    }

    @Test
    void mayBeEmpty() throws Exception {
      input.without("quotes.csv").without("positions.csv");
      input.assertRefused(input.backfill(), input.data().toString(), "nothing to read", "quotes*");
    }

    @Test
    void mayBeThatOfTheOutputs() throws Exception {
      CommandLineRun run = input.backfillTo(input.data());
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).singleElement().asString().contains("--out", "data directory");
      assertThat(input.data().resolve("quotes.csv")).exists();
    }
  }

  @Nested
  class Columns {

    @Test
    void mayBeOfNoKindThatIsKnown() throws Exception {
      input.file("quotes.csv", "zeit,ding,preis", "1,2,3");
      input.assertRefused(input.backfill(), "quotes.csv", "zeit", "timestamp, asset, price");
    }

    @Test
    void mayLackOne() throws Exception {
      input.file("positions.csv", "timestamp,account,asset,amount", T + ",alice,ETH,1");
      input.assertRefused(input.backfill(), "positions.csv", "no column kind", "account, asset");
    }

    @Test
    void mayNotBeThereAtAll() throws Exception {
      input.file("quotes.csv");
      input.assertRefused(input.backfill(), "quotes.csv", "empty", "header");
    }
  }

  @Nested
  class Parameters {

    @Test
    void mayBeMissing() throws Exception {
      input.without("parameters.yaml");
      input.assertRefused(input.backfill(), "parameters.yaml");
    }

    @Test
    void mayHaveAnUnknownKey() throws Exception {
      input.file("parameters.yaml", "assets:", "  ETH: {liquidationTreshold: 0.8}");
      input.assertRefused(
          input.backfill(),
          "parameters.yaml:2",
          "assets.ETH.liquidationTreshold",
          "liquidationThreshold");
    }

    @Test
    void mayHaveAThresholdAboveOne() throws Exception {
      input.file("parameters.yaml", "assets:", "  ETH: {liquidationThreshold: 1.2}");
      input.assertRefused(
          input.backfill(),
          "parameters.yaml:2",
          "assets.ETH.liquidationThreshold: 1.2 is not allowed; allowed is a number from 0 to 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "5 minutes", "-5m", "m", "5M"})
    void mayHaveADurationThatIsNone(String duration) throws Exception {
      input.file("parameters.yaml", "assets:", "  ETH: {maxAge: " + duration + "}");
      input.assertRefused(
          input.backfill(), "parameters.yaml:2", "assets.ETH.maxAge", duration, "allowed is");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "assets: [", "assets: 7", "- a", "\t", "assets: {}", "a: *b"})
    void mayBeNoParametersAtAll(String text) throws Exception {
      input.file("parameters.yaml", text);
      input.assertRefused(input.backfill(), "parameters.yaml");
    }

    @Test
    void mayHaveAnExecutionThatIsNone() throws Exception {
      input.file("parameters.yaml", "global: {execution: fast}", "assets:", "  ETH: {}");
      input.assertRefused(
          input.backfill(),
          "parameters.yaml:1",
          "global.execution: fast is not allowed; allowed is one of NONE, PAPER");
    }

    @Test
    void mayRestoreOnPaperToTheVeryLine() throws Exception {
      input.file(
          "parameters.yaml",
          "global: {execution: paper, targetHealthFactor: 1.0}",
          "assets:",
          "  ETH: {}");
      input.assertRefused(
          input.backfill(),
          "global.targetHealthFactor: 1.0 is not allowed; allowed is a number above 1 with"
              + " execution: PAPER");
    }

    @Test
    void mayAskForLiquidationsOnPaperThatNobodyCouldReadOf() throws Exception {
      input.file("parameters.yaml", "global: {execution: paper}", "assets:", "  ETH: {}");
      input.assertRefused(
          input.backfill("--from", "2020-03-01T00:01:00Z"), "--from", "on paper", "allowed is");
    }

    @ParameterizedTest
    @ValueSource(strings = {"monitor", "up", "console", "account"})
    void mayAskForLiquidationsOnPaperOfWhatIsWatchedLive(String command) throws Exception {
      input.file("parameters.yaml", "global: {execution: PAPER}", "assets:", "  ETH: {}");
      String parameters = input.data().resolve("parameters.yaml").toString();
      CommandLineRun run =
          switch (command) {
            case "up" ->
                CommandLineRun.of(
                    "up", "--dir", directory.resolve("up").toString(), "--parameters", parameters);
            case "account" ->
                CommandLineRun.of(
                    "account",
                    "ann",
                    "--bootstrap-servers",
                    "localhost:9",
                    "--parameters",
                    parameters);
            default ->
                CommandLineRun.of(
                    command, "--bootstrap-servers", "localhost:9", "--parameters", parameters);
          };
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err())
          .singleElement()
          .asString()
          .contains("parameters.yaml:1: global.execution: PAPER is not allowed; allowed is NONE");
    }

    @Test
    void mayBeNoText() throws Exception {
      Files.write(input.data().resolve("parameters.yaml"), new byte[] {0, (byte) 0xff, 1, 2});
      input.assertRefused(input.backfill(), "parameters.yaml");
    }
  }

  @Nested
  class TheOutputDirectory {

    @Test
    void mayBeAFile() throws Exception {
      Path file = Files.writeString(directory.resolve("results"), "mine");
      CommandLineRun run = input.backfillTo(file);
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err())
          .containsExactly(
              "plimsoll backfill: cannot write to "
                  + file
                  + ": a file stands where a directory is needed");
      assertThat(file).hasContent("mine");
    }

    @Test
    void mayLieBelowAFile() throws Exception {
      Path below = Files.writeString(directory.resolve("results"), "mine").resolve("out");
      CommandLineRun run = input.backfillTo(below);
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).singleElement().asString().contains("cannot write to " + below);
    }

    @Test
    void keepsWhatIsNotOurs() throws Exception {
      input.without("parameters.yaml").backfill();
      assertThat(input.out().resolve("notes.txt")).hasContent("mine\n");
    }
  }

  @Nested
  class AnArgument {

    @Test
    void mayPutTheStartAfterTheEnd() throws Exception {
      input.assertRefused(
          input.backfill("--from", "2020-03-02", "--to", "2020-03-01"), "--from is after --to");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "721"})
    void mayAskForAParallelismThatThereIsNot(String parallelism) throws Exception {
      input.assertRefused(
          input.backfill("--parallelism=" + parallelism),
          "--parallelism " + parallelism + " is not allowed; allowed is",
          "from 1 to 720");
    }
  }

  /** What cannot be understood starts nothing, and touches nothing. */
  @Nested
  class ACommandLine {

    @ParameterizedTest
    @CsvSource({
      "--cache=0, --cache",
      "--finder=guess, --finder",
      "--from=yesterday, --from",
      "--from=1583020800, --from",
      "--to=2020-02-30, --to",
      "--max-lateness=5, --max-lateness",
      "--max-lateness=-5s, --max-lateness",
      "--parallelism=two, --parallelism",
      "--state-backend=paper, --state-backend",
      "--halp, --halp",
      "-Dnonsense, -D",
      "surplus, surplus"
    })
    void mayNotBeUnderstood(String argument, String named) throws Exception {
      CommandLineRun run = input.backfill(argument);
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err())
          .singleElement()
          .asString()
          .startsWith("plimsoll backfill: ")
          .contains(named)
          .endsWith("; see plimsoll backfill --help");
      assertThat(input.outputs()).hasSameSizeAs(OutputDirectory.OUTPUTS);
    }

    @Test
    void maySayNothing() {
      CommandLineRun run = CommandLineRun.of();
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err())
          .singleElement()
          .asString()
          .contains(
              "backfill, report, compare, monitor, alerts, feed, events, account, map, refused, up,"
                  + " status, down, submit or chaos");
    }

    @Test
    void mayNameNoCommand() {
      CommandLineRun run = CommandLineRun.of("backfil");
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).singleElement().asString().contains("backfil", "--help");
    }

    @Test
    void mayForgetTheDirectories() {
      CommandLineRun run = CommandLineRun.of("backfill");
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).singleElement().asString().contains("--data", "--out");
    }
  }
}
