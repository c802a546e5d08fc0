package io.plimsoll.jobs.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.jobs.ledger.OutputDirectory;
import io.plimsoll.jobs.watch.WatchOptions;
import io.plimsoll.jobs.watch.WatchOptions.Finder;
import io.plimsoll.twin.NaiveTwin;
import io.plimsoll.twin.RandomMarket;
import io.plimsoll.twin.TwinMarket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pipeline against the naive twin, which evaluates the model by brute force and exactly: random
 * markets, each as nasty as a market can be, with either way of finding the accounts to judge.
 * {@code -Dplimsoll.seeds=FIRST-LAST} tries others.
 */
class TwinAgreementITCase {

  private static final String SEEDS = System.getProperty("plimsoll.seeds", "1-240");

  /** Seeds of one test, so that a long run shows that it moves. */
  private static final int BATCH = 20;

  private static final int SMALL_CACHE = 4;

  private static final long[] LATENESS_MS = {0, 0, 1_000, 60_000};

  @RegisterExtension
  private static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(4)
              .build());

  @TempDir private Path directory;

  /** Events whose terms were carried out, in the batch that runs. */
  private long liquidatedOnPaper;

  private static List<String> batches() {
    long first = Long.parseLong(SEEDS.substring(0, SEEDS.indexOf('-')));
    long last = Long.parseLong(SEEDS.substring(SEEDS.indexOf('-') + 1));
    List<String> batches = new ArrayList<>();
    for (long seed = first; seed <= last; seed += BATCH) {
      batches.add(seed + "-" + Math.min(last, seed + BATCH - 1));
    }
    return batches;
  }

  @ParameterizedTest(name = "seeds {0}")
  @MethodSource("batches")
  void pipelineAndTwinSayTheSame(String seeds) throws Exception {
    long last = Long.parseLong(seeds.substring(seeds.indexOf('-') + 1));
    int events = 0;
    liquidatedOnPaper = 0;
    for (long seed = Long.parseLong(seeds.substring(0, seeds.indexOf('-'))); seed <= last; seed++) {
      events += compare(seed);
    }
    assertThat(events).as("events in seeds %s", seeds).isGreaterThan(BATCH);
    assertThat(liquidatedOnPaper).as("on paper in seeds %s", seeds).isGreaterThan(BATCH);
  }

  private int compare(long seed) throws Exception {
    // Everything about the run follows from the seed, so that a failure can be repeated.
    long lateness = LATENESS_MS[(int) (seed % LATENESS_MS.length)];
    int parallelism = 1 + (int) (seed % 4);
    StateBackend backend = seed % 5 == 0 ? StateBackend.ROCKSDB : StateBackend.HASHMAP;
    boolean objectReuse = seed % 2 == 0;
    boolean onPaper = seed / 2 % 2 == 0;
    TwinMarket market = RandomMarket.generate(seed);
    market = onPaper ? market.onPaper(seed) : market;
    Path data = directory.resolve("data-" + seed);
    Path expected = directory.resolve("twin-" + seed);
    market.write(data);
    NaiveTwin.evaluate(market, lateness).write(expected);
    for (Finder finder : Finder.values()) {
      Path actual = directory.resolve("pipeline-" + seed + "-" + finder);
      // The cache is too small for most markets, so that accounts are read again.
      Backfills.run(
          data,
          actual,
          parallelism,
          backend,
          WatchOptions.DEFAULTS.withFinder(finder).withCachedAccounts(SMALL_CACHE),
          lateness,
          Map.of("pipeline.object-reuse", String.valueOf(objectReuse)));
      String conditions =
          String.format(
              "seed %d, %s, parallelism %d, %s, lateness %d ms, object reuse %s, on paper %s",
              seed, finder, parallelism, backend, lateness, objectReuse, onPaper);
      assertSame(expected, actual, OutputDirectory.MARGIN_EVENTS, "marks", conditions);
      assertSame(expected, actual, OutputDirectory.ASSET_STATES, "", conditions);
      assertThat(refusals(actual)).as(conditions).isEqualTo(refusals(expected));
    }
    var events = JsonRows.read(expected.resolve(OutputDirectory.MARGIN_EVENTS));
    liquidatedOnPaper +=
        events.stream().filter(event -> onPaper && event.containsKey("terms")).count();
    return events.size();
  }

  private static void assertSame(
      Path expected, Path actual, String file, String without, String conditions) throws Exception {
    assertThat(
            JsonRows.differences(
                JsonRows.read(expected.resolve(file)),
                JsonRows.read(actual.resolve(file)),
                without))
        .as("%s: %s", conditions, file)
        .isEmpty();
  }

  /** File, line and reason of every refused row; the twin orders them as it finds them. */
  private static List<String> refusals(Path directory) throws Exception {
    return JsonRows.read(directory.resolve(OutputDirectory.REFUSED)).stream()
        .map(row -> row.get("file") + ":" + row.get("line") + " " + row.get("reason"))
        .sorted(Comparator.naturalOrder())
        .toList();
  }
}
