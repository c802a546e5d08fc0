package io.plimsoll.jobs.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.jobs.demo.DemoMarket;
import io.plimsoll.jobs.files.DataDirectory;
import io.plimsoll.jobs.files.DirectorySource;
import io.plimsoll.jobs.files.ReadOptions;
import io.plimsoll.jobs.ledger.OutputDirectory;
import io.plimsoll.jobs.market.Intake;
import io.plimsoll.jobs.parameters.ParameterFile;
import io.plimsoll.jobs.watch.WatchOptions;
import io.plimsoll.risk.parameters.RiskParameters;
import io.plimsoll.twin.RandomMarket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A whole backfill that fails once and goes on from its last checkpoint. */
class CheckpointedBackfillITCase {

  private static final Map<String, String> CHECKPOINTED =
      Map.of(
          "execution.checkpointing.interval", "50ms",
          "restart-strategy.type", "fixed-delay",
          "restart-strategy.fixed-delay.attempts", "1",
          "restart-strategy.fixed-delay.delay", "0s");

  @RegisterExtension
  private static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(3)
              .build());

  @TempDir private Path directory;

  /**
   * A market with more rows than are between two watermarks.
   *
   * @param seed of the market
   * @param part of the rows that are in the checkpoint, in tenths
   */
  @ParameterizedTest(name = "seed {0}, {1} tenths, parallelism {2}, {3}")
  @CsvSource({
    "4, 4, 1, HASHMAP",
    "4, 7, 2, ROCKSDB",
    "37, 5, 3, HASHMAP",
    "27, 6, 2, HASHMAP",
    "14, 8, 2, ROCKSDB"
  })
  void givesTheSameBytes(long seed, int part, int parallelism, StateBackend backend)
      throws Exception {
    RandomMarket.generate(seed).write(data());
    assertSameBytes(part, parallelism, backend, seed % 2 == 0 ? 0 : 60_000);
  }

  @Test
  void givesTheSameBytesInTheMiddleOfACrash() throws Exception {
    new DemoMarket(7, 30).write(data());
    assertSameBytes(6, 2, StateBackend.ROCKSDB, 0);
  }

  @Test
  void givesTheSameBytesOnPaper() throws Exception {
    new DemoMarket(7, 30).write(data());
    Path parameters = data().resolve("parameters.yaml");
    Files.writeString(
        parameters,
        Files.readString(parameters).replace("global:\n", "global:\n  execution: PAPER\n"));
    assertSameBytes(6, 3, StateBackend.ROCKSDB, 0);
  }

  private Path data() {
    return directory.resolve("data");
  }

  private void assertSameBytes(int part, int parallelism, StateBackend backend, long lateness)
      throws Exception {
    Path undisturbed = directory.resolve("undisturbed");
    long rows = Backfills.run(data(), undisturbed, parallelism, backend, lateness).rowsRead();
    long inTheCheckpoint = rows * part / 10;
    assertThat(undisturbed.resolve(OutputDirectory.MARGIN_EVENTS)).isNotEmptyFile();

    Path disturbed = directory.resolve("disturbed");
    BackfillOptions options =
        new BackfillOptions(
            data(),
            data().resolve("parameters.yaml"),
            disturbed,
            parallelism,
            lateness,
            BackfillOptions.FROM_THE_START,
            BackfillOptions.TO_THE_END,
            backend,
            WatchOptions.DEFAULTS,
            CHECKPOINTED);
    runFailingOnce(options, inTheCheckpoint, rows * (part + 2) / 10);

    assertThat(FailingOnce.readers()).as("attempts").isEqualTo(2);
    assertThat(FailingOnce.rowsSinceTheFault())
        .isLessThanOrEqualTo(rows - inTheCheckpoint)
        .isGreaterThan(0);
    for (String file :
        List.of(
            OutputDirectory.MARGIN_EVENTS, OutputDirectory.ASSET_STATES, OutputDirectory.REFUSED)) {
      assertThat(disturbed.resolve(file))
          .as("%d rows, %d of them in the checkpoint", rows, inTheCheckpoint)
          .hasSameBinaryContentAs(undisturbed.resolve(file));
    }
  }

  private static void runFailingOnce(
      BackfillOptions options, long rowsBeforeCheckpoint, long rowsBeforeFault) throws Exception {
    RiskParameters parameters = ParameterFile.load(options.parameters());
    DirectorySource files =
        new DirectorySource(
            DataDirectory.open(options.data()),
            parameters,
            new ReadOptions(options.latenessMs(), options.to()));
    Source<Intake, ?, ?> source = FailingOnce.of(files, rowsBeforeCheckpoint, rowsBeforeFault);
    OutputDirectory output = OutputDirectory.prepare(options.out());
    StreamExecutionEnvironment env = LocalFlink.environment(options);
    BackfillGraph.define(env, source, parameters, output, options.watch(), options.from());
    env.execute("a backfill that fails once");
    output.publish();
  }
}
