package io.plimsoll.jobs.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.jobs.ledger.OutputDirectory;
import io.plimsoll.twin.RandomMarket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A range says what the whole history says of it: the full output, cut. */
class RangeITCase {

  private static final Pattern INSTANT = Pattern.compile("\"instant\":(\\d+)");

  @RegisterExtension
  private static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .build());

  @TempDir private Path directory;
  private Path data;
  private long latenessMs;

  private Path market(long seed) throws Exception {
    data = directory.resolve("data");
    latenessMs = seed % 2 == 0 ? 0 : 60_000;
    RandomMarket.generate(seed).write(data);
    Path all = directory.resolve("all");
    Backfills.run(
        data, all, BackfillOptions.FROM_THE_START, BackfillOptions.TO_THE_END, latenessMs);
    return all;
  }

  /** Markets with enough events for a middle. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8})
  void isTheFullOutputCut(long seed) throws Exception {
    Path all = market(seed);
    List<String> events = lines(all, OutputDirectory.MARGIN_EVENTS);
    assertThat(events).as("seed %d", seed).hasSizeGreaterThan(8);
    long from = instant(events.get(events.size() / 4));
    long next = nextAfter(events, instant(events.get(events.size() / 2)));
    long to = next - 1;
    assertThat(events).extracting(RangeITCase::instant).contains(from).doesNotContain(to);

    Path range = directory.resolve("range");
    Backfills.run(data, range, from, to, latenessMs);

    for (String file : List.of(OutputDirectory.MARGIN_EVENTS, OutputDirectory.ASSET_STATES)) {
      List<String> expected =
          lines(all, file).stream()
              .filter(line -> instant(line) >= from && instant(line) <= to)
              .toList();
      assertThat(lines(range, file)).as("seed %d: %s", seed, file).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void ofOneInstantHasTheEventsOfThatInstant(long seed) throws Exception {
    Path all = market(seed);
    List<String> events = lines(all, OutputDirectory.MARGIN_EVENTS);
    long only = instant(events.get(events.size() / 2));

    Path range = directory.resolve("range");
    Backfills.run(data, range, only, only, latenessMs);

    assertThat(lines(range, OutputDirectory.MARGIN_EVENTS))
        .isEqualTo(events.stream().filter(line -> instant(line) == only).toList());
  }

  /** The first instant with events after another, or one later where there is none. */
  private static long nextAfter(List<String> events, long instant) {
    return events.stream()
        .mapToLong(RangeITCase::instant)
        .filter(t -> t > instant + 1)
        .min()
        .orElse(instant + 2);
  }

  private static List<String> lines(Path directory, String file) throws IOException {
    return Files.readAllLines(directory.resolve(file));
  }

  private static long instant(String line) {
    Matcher matcher = INSTANT.matcher(line);
    assertThat(matcher.find()).as(line).isTrue();
    return Long.parseLong(matcher.group(1));
  }
}
