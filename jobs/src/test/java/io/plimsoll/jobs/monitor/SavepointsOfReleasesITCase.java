package io.plimsoll.jobs.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plimsoll.jobs.backfill.LocalFlink;
import io.plimsoll.jobs.backfill.StateBackend;
import io.plimsoll.jobs.kafka.Delivery;
import io.plimsoll.jobs.options.MonitorOptions;
import io.plimsoll.jobs.options.MonitorSettings;
import io.plimsoll.jobs.watch.WatchOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The state that each release has written goes on today: a monitor restored from its savepoint, at
 * another parallelism and on either state backend, says what a backfill of the whole says of the
 * time after it, and nothing else.
 *
 * <p>{@code -Dsavepoints.write=true} first writes the savepoints of the version that is being made,
 * in place of those there are. What was released is never written again.
 */
class SavepointsOfReleasesITCase {

  /** How a savepoint is restored. */
  private record Restored(int parallelism, StateBackend backend, WatchOptions.Finder finder) {}

  private static final List<Restored> RESTORED =
      List.of(
          new Restored(1, StateBackend.ROCKSDB, WatchOptions.Finder.WHEEL),
          new Restored(3, StateBackend.HASHMAP, WatchOptions.Finder.HOLDERS));

  private static final int WRITTEN_AT = 2;

  @RegisterExtension
  private static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(3)
              .build());

  @RegisterExtension private static final SharedBroker BROKER = new SharedBroker();

  @TempDir private static Path directory;

  @TestFactory
  List<DynamicTest> aSavepointOfEachReleaseGoesOnWithTheEventsOfTheBackfill() throws Exception {
    boolean write = Boolean.getBoolean("savepoints.write");
    if (write) {
      assertThat(KeptRelease.all())
          .as("the version of pom.xml needs a directory with a market and a cut first")
          .contains(KeptRelease.next());
      assertThat(KeptRelease.released())
          .as("what was released stays as it is; the version to be made stands in pom.xml")
          .doesNotContain(KeptRelease.next().version());
    }
    List<DynamicTest> tests = new ArrayList<>();
    for (KeptRelease release : KeptRelease.all()) {
      KeptMarket market = new KeptMarket(release, BROKER.broker());
      KeptResults expected = KeptResults.ofBackfill(release, market, directory);
      market.feedFirstPart();
      if (write && release.equals(KeptRelease.next())) {
        write(release, market, expected);
      }
      assertThat(market.ends())
          .as("%s: what its savepoints have read stands in the topics as it did", release)
          .isEqualTo(release.offsets());
      market.feedRest();
      for (Delivery delivery : Delivery.values()) {
        for (Restored restored : RESTORED) {
          String name = release.version() + '-' + delivery + '-' + restored.parallelism();
          tests.add(
              DynamicTest.dynamicTest(
                  name, () -> check(release, market, expected, name, delivery, restored)));
        }
      }
    }
    return tests;
  }

  private static void check(
      KeptRelease release,
      KeptMarket market,
      KeptResults expected,
      String name,
      Delivery delivery,
      Restored restored)
      throws Exception {
    Map<String, String> options = market.options(name, delivery);
    options.put(MonitorOptions.FINDER.key(), restored.finder().name());
    String savepoint = release.savepoint(delivery).toAbsolutePath().toString();

    run(market, options, restored, Map.of("execution.state-recovery.path", savepoint), directory);

    KeptResults written = KeptResults.ofTopics(release, BROKER.broker(), options);
    KeptResults rest = expected.after(release.applied());
    assertThat(written.events()).as("margin events").isNotEmpty();
    assertThat(written.events()).containsExactlyInAnyOrderElementsOf(rest.events());
    assertThat(written.states()).as("asset states").isNotEmpty();
    assertThat(written.states()).containsExactlyInAnyOrderElementsOf(rest.states());
    assertThat(written.refusals()).as("refused").isNotEmpty();
    assertThat(written.refusals()).containsExactlyInAnyOrderElementsOf(rest.refusals());
  }

  /** A savepoint of each delivery; what was said before it is what the backfill says. */
  private static void write(KeptRelease release, KeptMarket market, KeptResults expected)
      throws Exception {
    release.keepOffsets(market.ends());
    for (Delivery delivery : Delivery.values()) {
      Map<String, String> options = market.options("written-" + delivery, delivery);
      Restored fresh = new Restored(WRITTEN_AT, StateBackend.ROCKSDB, WatchOptions.Finder.WHEEL);
      Path savepoint = run(market, options, fresh, Map.of(), release.directory());
      KeptResults written = KeptResults.ofTopics(release, BROKER.broker(), options);
      KeptResults before = expected.upTo(release.applied());
      assertThat(written.events()).containsExactlyInAnyOrderElementsOf(before.events());
      assertThat(written.states()).containsExactlyInAnyOrderElementsOf(before.states());
      assertThat(written.refusals()).containsExactlyInAnyOrderElementsOf(before.refusals());
      release.keep(savepoint, delivery);
    }
  }

  /**
   * Runs a monitor until a checkpoint stands behind all that its topics hold, and stops it there.
   * Offsets are committed with the checkpoint, whose barrier has passed all stages behind them.
   *
   * @return the savepoint that it was stopped with
   */
  private static Path run(
      KeptMarket market,
      Map<String, String> options,
      Restored how,
      Map<String, String> flink,
      Path savepoints)
      throws Exception {
    Map<String, String> all = new TreeMap<>(flink);
    all.put("restart-strategy.type", "none"); // what fails is to be seen
    all.put("execution.checkpointing.interval", "200 ms");
    JobClient job =
        MonitorJob.start(
            LocalFlink.environment(how.parallelism(), how.backend(), all),
            MonitorSettings.of(Configuration.fromMap(options)),
            market.parameters());
    String group = options.get(MonitorOptions.GROUP.key());
    await("all of the topics is read by " + group)
        .atMost(CutMarketRuns.PATIENCE)
        .until(() -> hasEnded(job) || market.isRead(group));
    if (hasEnded(job)) {
      CutMarketRuns.await(job); // throws what it has failed with
    }
    String savepoint =
        job.stopWithSavepoint(
                false, savepoints.toAbsolutePath().toString(), SavepointFormatType.CANONICAL)
            .get(CutMarketRuns.PATIENCE.toMinutes(), TimeUnit.MINUTES);
    return Path.of(URI.create(savepoint));
  }

  private static boolean hasEnded(JobClient job) throws Exception {
    return job.getJobStatus().get().isTerminalState();
  }
}
