package io.plimsoll.jobs.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plimsoll.jobs.backfill.LocalFlink;
import io.plimsoll.jobs.backfill.StateBackend;
import io.plimsoll.jobs.cli.CommandLineRun;
import io.plimsoll.jobs.graph.Uids;
import io.plimsoll.jobs.options.MonitorOptions;
import io.plimsoll.jobs.options.MonitorSettings;
import io.plimsoll.jobs.parameters.ParameterFile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.flink.client.program.ClusterClient;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.InjectClusterClient;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A savepoint that a monitor cannot go on from is told in one line, and nothing runs on. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class SavepointITCase {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String PREFIX = "savepoint-";
  private static final long T = 1_583_020_800_000L;

  @RegisterExtension
  private static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .build());

  @RegisterExtension private static final SharedBroker BROKER = new SharedBroker();

  @TempDir private static Path directory;

  private static Map<String, String> options;
  private static StoredSavepoint savepoint;

  private ClusterClient<?> cluster;

  @BeforeAll
  static void take() throws Exception {
    Files.writeString(directory.resolve("parameters.yaml"), "assets: {ETH: {}}\n");
    Files.write(directory.resolve("quotes.csv"), List.of("timestamp,asset,price", T + ",ETH,200"));
    options = new TreeMap<>();
    options.put(MonitorOptions.SERVERS.key(), BROKER.broker().servers());
    options.put(MonitorOptions.PARAMETERS.key(), directory.resolve("parameters.yaml").toString());
    options.put(MonitorOptions.GROUP.key(), PREFIX);
    for (String topic :
        List.of(
            "quotes",
            "indices",
            "stress",
            "accounts",
            "positions",
            "margin-events",
            "asset-states",
            "refused")) {
      options.put("plimsoll.topics." + topic, PREFIX + topic);
    }
    CommandLineRun feed =
        command(
            "feed",
            "--data",
            directory.toString(),
            "--create-topics",
            "--topics",
            Path.of("..", "flink-conf", "topics.yaml").toString());
    assertThat(feed.code()).as(feed.toString()).isZero();
    savepoint = new StoredSavepoint(Path.of(URI.create(stopped())));
  }

  /** The savepoint of a monitor that has found its partitions. */
  private static String stopped() throws Exception {
    MonitorSettings settings = MonitorSettings.of(Configuration.fromMap(options));
    JobClient job =
        MonitorJob.start(
            LocalFlink.environment(
                2, StateBackend.HASHMAP, Map.of("execution.checkpointing.interval", "200ms")),
            settings,
            ParameterFile.load(settings.parameters()));
    // Committed with a checkpoint: the readers have their partitions, and the quote.
    await("offsets of the quotes")
        .atMost(PATIENCE)
        .until(
            () ->
                BROKER
                    .broker()
                    .admin()
                    .listConsumerGroupOffsets(PREFIX)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .entrySet()
                    .stream()
                    .anyMatch(
                        e ->
                            e.getKey().topic().equals(PREFIX + "quotes")
                                && e.getValue().offset() > 0));
    return job.stopWithSavepoint(
            false,
            directory.resolve("savepoints").toUri().toString(),
            SavepointFormatType.CANONICAL)
        .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  private static CommandLineRun command(String name, String... arguments) {
    List<String> all = new ArrayList<>(List.of(name));
    options.forEach(
        (key, value) -> {
          if (!(name.equals("feed") && key.equals(MonitorOptions.PARAMETERS.key()))) {
            all.addAll(List.of("-D", key + "=" + value));
          }
        });
    all.addAll(Arrays.asList(arguments));
    return CommandLineRun.of(all.toArray(String[]::new));
  }

  @BeforeEach
  void nothingRunsBefore(@InjectClusterClient ClusterClient<?> client) throws Exception {
    cluster = client;
    await("the end of what was before").atMost(PATIENCE).until(this::nothingRuns);
  }

  @AfterEach
  void nothingRunsAfter() throws Exception {
    assertThat(nothingRuns()).as("nothing is left").isTrue();
  }

  private boolean nothingRuns() throws Exception {
    return cluster.listJobs().get().stream()
        .allMatch(job -> job.getJobState().isGloballyTerminalState());
  }

  private int jobs() throws Exception {
    return cluster.listJobs().get().size();
  }

  /** With a restart strategy as a monitor has it: a loop would not end. */
  private static void assertRefused(Path from, String... words) {
    CommandLineRun run =
        command(
            "monitor",
            "--from-savepoint",
            from.toString(),
            "-D",
            "restart-strategy.type=exponential-delay");

    List<String> told =
        run.err().stream().filter(line -> !line.startsWith("watching what stands")).toList();
    assertThat(told).singleElement().asString().startsWith("plimsoll monitor: ").contains(words);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
  }

  private void assertRefusedBeforeTheStart(Path from, String... words) throws Exception {
    int before = jobs();
    assertRefused(from, words);
    assertThat(jobs()).as("no job was begun").isEqualTo(before);
  }

  @Test
  void aDirectoryThatIsNoneIsNamed() throws Exception {
    Path none = directory.resolve("none");
    assertRefusedBeforeTheStart(
        none,
        "execution.state-recovery.path: " + none,
        "allowed is the directory of a savepoint, or of a checkpoint, of this job");

    Path empty = Files.createDirectories(directory.resolve("empty"));
    assertRefusedBeforeTheStart(empty, "execution.state-recovery.path: " + empty, "_metadata");
  }

  @Test
  void metadataThatIsCutShortIsTold() throws Exception {
    Path cut = savepoint.cutShort().directory();
    assertRefusedBeforeTheStart(cut, cut + " cannot be read: its _metadata is not whole");
  }

  @Test
  void stateOfAnotherJobIsNamed() throws Exception {
    StoredSavepoint other =
        savepoint.with(
            "other",
            state ->
                state.getOperatorUid().equals(Optional.of(Uids.GUARD))
                    ? state.copyWithNewIDs("stranger", new OperatorID())
                    : state);
    assertRefusedBeforeTheStart(
        other.directory(),
        other.directory() + " has state that the job has no operator for, of stranger;",
        "execution.state-recovery.ignore-unclaimed-state");
  }

  @Test
  void anotherMaximumParallelismIsToldWithTheOneThatIsAllowed() throws Exception {
    StoredSavepoint other = savepoint.with("cut-by-128", SavepointITCase::cutBy128);
    assertRefusedBeforeTheStart(
        other.directory(),
        other.directory() + " was written with a maximum parallelism of 128 (",
        "allowed is 720");
  }

  private static OperatorState cutBy128(OperatorState state) {
    OperatorState cut =
        new OperatorState(
            state.getOperatorName().orElse(null),
            state.getOperatorUid().orElse(null),
            state.getOperatorID(),
            state.getParallelism(),
            128);
    state.getSubtaskStates().forEach(cut::putState);
    cut.setCoordinatorState(state.getCoordinatorState());
    return cut;
  }

  @Test
  void stateOfALaterVersionEndsTheJob() throws Exception {
    assertRefused(
        savepoint.withSplitsOfVersion(3).directory(),
        "ClockedSplitSerializer reads versions 1 to 2, not 3; allowed is state of this Plimsoll");
  }

  @Test
  void soDoesStateOfNoVersion() throws Exception {
    assertRefused(
        savepoint.withSplitsOfVersion(0).directory(),
        "ClockedSplitSerializer reads versions 1 to 2, not 0;");
  }
}
