package io.plimsoll.jobs.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.jobs.ledger.OutputDirectory;
import io.plimsoll.jobs.watch.WatchOptions;
import io.plimsoll.jobs.watch.WatchOptions.Finder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole cases: the events expected, and the same bytes at any parallelism, on either state backend,
 * with every file's rows out of order within the allowed lateness, and whichever way the accounts
 * to judge are found.
 */
class CasesITCase {

  private static final long LATENESS_MS = 1_200_000;

  @RegisterExtension
  private static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(4)
              .build());

  @TempDir private static Path directory;

  @TestFactory
  List<DynamicTest> cases() throws IOException {
    SharedCases.assumeThere();
    List<DynamicTest> tests = new ArrayList<>();
    for (Path data : SharedCases.all()) {
      String name = data.getFileName().toString();
      Path first = directory.resolve(name);
      tests.add(
          DynamicTest.dynamicTest(
              name + " gives what is expected of it",
              () -> {
                Backfills.run(data, first, 1, StateBackend.ROCKSDB, 0);
                assertExpected(data, first);
              }));
      for (StateBackend backend : StateBackend.values()) {
        for (int parallelism : new int[] {1, 2, 4}) {
          if (parallelism != 1 || backend != StateBackend.ROCKSDB) {
            tests.add(
                DynamicTest.dynamicTest(
                    name + " gives the same at parallelism " + parallelism + " on " + backend,
                    () -> assertSameBytes(data, first, parallelism, backend, Finder.WHEEL)));
          }
        }
      }
      tests.add(
          DynamicTest.dynamicTest(
              name + " gives the same when every holder of what moved is judged",
              () -> assertSameBytes(data, first, 2, StateBackend.HASHMAP, Finder.HOLDERS)));
      tests.add(
          DynamicTest.dynamicTest(
              name + " gives the same with its rows out of order", () -> assertShuffled(data)));
    }
    return tests;
  }

  private static void assertExpected(Path data, Path out) throws Exception {
    assertThat(
            SharedCases.compare(
                data.resolve("expected-margin-events.jsonl.gz"),
                out.resolve(OutputDirectory.MARGIN_EVENTS)))
        .isEqualTo("agrees");
    assertThat(
            SharedCases.compare(
                data.resolve("expected-asset-states.jsonl.gz"),
                out.resolve(OutputDirectory.ASSET_STATES)))
        .isEqualTo("agrees");
  }

  private static void assertSameBytes(
      Path data, Path first, int parallelism, StateBackend backend, Finder finder)
      throws Exception {
    Path out = directory.resolve("again");
    WatchOptions watch = WatchOptions.DEFAULTS.withFinder(finder);
    Backfills.run(data, out, parallelism, backend, watch, 0, Map.of());
    for (String file :
        List.of(
            OutputDirectory.MARGIN_EVENTS, OutputDirectory.ASSET_STATES, OutputDirectory.REFUSED)) {
      assertThat(out.resolve(file)).hasSameBinaryContentAs(first.resolve(file));
    }
  }

  private static void assertShuffled(Path data) throws Exception {
    Path shuffled = directory.resolve(data.getFileName() + "-shuffled");
    ShuffledRows.copy(data, shuffled, LATENESS_MS, 20261123);
    Path out = directory.resolve("shuffled-out");
    Backfills.run(shuffled, out, 2, StateBackend.ROCKSDB, LATENESS_MS);
    assertExpected(data, out);
  }
}
