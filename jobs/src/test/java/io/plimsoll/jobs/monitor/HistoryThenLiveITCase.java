package io.plimsoll.jobs.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.contract.MarginEvent;
import io.plimsoll.contract.RefusedRecord;
import io.plimsoll.jobs.backfill.BackfillOptions;
import io.plimsoll.jobs.backfill.Backfills;
import io.plimsoll.jobs.backfill.FailingOnce;
import io.plimsoll.jobs.backfill.StateBackend;
import io.plimsoll.jobs.demo.DemoMarket;
import io.plimsoll.jobs.ledger.OutputDirectory;
import io.plimsoll.jobs.options.HistoryOptions;
import io.plimsoll.jobs.options.MonitorOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A market that goes over from files to the topics of a real broker at a random instant: the events
 * are those that a backfill of the whole gives. {@code -Dplimsoll.seed=N} tries another.
 */
class HistoryThenLiveITCase {

  private static final long SEED =
      Long.getLong("plimsoll.seed", new SplittableRandom().nextLong(1L << 32));

  /** What a partition's watermark stands behind its latest record, ms. */
  private static final long BEHIND_MS = 201;

  private static final String MANY = "";

  /** Topics of one partition each: of four readers some have none. */
  private static final String FEW = "few-";

  @RegisterExtension
  private static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(4)
              .build());

  @TempDir private static Path directory;

  private static CutMarket market;
  private static CutMarketRuns runs;
  private static List<String> expected;

  /** The latest time that is believed; one record is far ahead of all others. */
  private static long end;

  @BeforeAll
  static void feed() throws Exception {
    System.out.println("-Dplimsoll.seed=" + SEED);
    market = CutMarket.write(directory, SEED);
    Path backfill = directory.resolve("backfill");
    Backfills.run(market.whole(), backfill, 2, StateBackend.HASHMAP, 0);
    expected = EventTexts.ofFile(backfill.resolve(OutputDirectory.MARGIN_EVENTS));
    runs = new CutMarketRuns(directory, market);
    end = runs.latestTimeBefore(DemoMarket.END);
    runs.feed(MANY, Map.of("quotes", 3, "indices", 2, "stress", 1, "accounts", 2, "positions", 3));
    runs.feed(FEW, Map.of("quotes", 1, "indices", 1, "stress", 1, "accounts", 1, "positions", 1));
  }

  @AfterAll
  static void stop() throws Exception {
    if (runs != null) {
      runs.close();
    }
  }

  private static List<String> texts(List<MarginEvent> events) throws Exception {
    List<String> texts = new ArrayList<>();
    for (MarginEvent event : events) {
      texts.add(EventTexts.of(event));
    }
    return texts;
  }

  private static long instant(MarginEvent event) {
    return event.getInstant().toEpochMilli();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void toTheEndOfTheTopicsItGivesTheEventsOfTheBackfillOfTheWhole(int parallelism)
      throws Exception {
    Map<String, String> options = runs.options("parity-" + parallelism, MANY);

    CutMarketRuns.await(runs.start(parallelism, options, ""));

    List<MarginEvent> events = runs.written(options);
    assertThat(texts(events)).as("seed %d", SEED).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(events)
        .allMatch(MarginEvent::getBackfill)
        .anyMatch(event -> instant(event) < market.cut())
        .anyMatch(event -> instant(event) >= market.cut());
  }

  /** What lies before the cut is refused where a backfill refuses it, and not a second time. */
  @Test
  void whatIsRefusedIsRefusedOnceWithItsPlace() throws Exception {
    Path before = directory.resolve("before");
    Backfills.run(market.whole(), before, BackfillOptions.FROM_THE_START, market.cut() - 1, 0);
    List<String> places = new ArrayList<>();
    for (String line : Files.readAllLines(before.resolve(OutputDirectory.REFUSED))) {
      JsonNode row = new ObjectMapper().readTree(line);
      places.add(
          row.get("file").asText() + ':' + row.get("line") + ' ' + row.get("reason").asText());
    }
    Map<String, String> options = runs.options("refused", MANY);

    CutMarketRuns.await(runs.start(2, options, ""));

    List<RefusedRecord> refused = runs.refused(options);
    assertThat(refused)
        .filteredOn(record -> record.getPlace().endsWith(".csv"))
        .map(record -> record.getPlace() + ':' + record.getLine() + ' ' + record.getReason())
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(places);
    assertThat(refused)
        .filteredOn(record -> !record.getPlace().endsWith(".csv"))
        .isNotEmpty()
        .allMatch(record -> record.getInstant().orElseThrow().toEpochMilli() >= market.cut() - 1);
  }

  /**
   * Without an end: subtasks that read no files beside one that does, partitions that are quiet
   * from the switch on, subtasks without a partition. None stops the watermark, none lets it run
   * ahead.
   */
  @ParameterizedTest
  @CsvSource({"1, ''", "4, ''", "4, few-"})
  void goingOnLiveOnlyInstantsFromTheCutOnCanAlert(int parallelism, String prefix)
      throws Exception {
    Map<String, String> options = runs.options("live-" + parallelism + prefix, prefix);
    options.put(MonitorOptions.UNTIL.key(), "never");
    options.put(MonitorOptions.IDLE_AFTER.key(), "10 s"); // far longer than any pause of this read
    List<String> over = expected.stream().filter(HistoryThenLiveITCase::isOver).toList();
    JobClient job = runs.start(parallelism, options, "");
    try {
      await("all events whose instants are over, seed " + SEED)
          .atMost(CutMarketRuns.PATIENCE)
          .pollInterval(Duration.ofSeconds(1))
          .until(() -> runs.written(options).size() >= over.size());
      List<MarginEvent> events = runs.written(options);
      assertThat(texts(events)).as("seed %d", SEED).containsExactlyInAnyOrderElementsOf(over);
      assertThat(events)
          .allMatch(event -> event.getBackfill() == instant(event) < market.cut())
          .anyMatch(MarginEvent::getBackfill)
          .anyMatch(event -> !event.getBackfill());
    } finally {
      job.cancel().get(1, TimeUnit.MINUTES);
    }
  }

  /** The last instants of all wait for records that never come. */
  private static boolean isOver(String text) {
    return EventTexts.instant(text) <= end - BEHIND_MS;
  }

  /** In the files, at their end, at the switch and in the topics; one reader and two, in turns. */
  @Test
  void aSavepointOfEachPhaseGoesOnWithTheSameEvents() throws Exception {
    Map<String, String> options = runs.options("saved", MANY);
    long history = market.rowsBeforeCut(runs.parameters());
    HeldSource.forget();

    String savepoint = runs.stopAt(history / 2, 1, options, "");
    savepoint = runs.stopAt(history, 2, options, savepoint);
    savepoint = runs.stopAt(history + 3, 1, options, savepoint);
    savepoint = runs.stopAt(history + 200, 2, options, savepoint);
    // The files are read: they may be gone, or say what they want.
    Map<String, String> lies = new TreeMap<>(options);
    lies.put(HistoryOptions.DATA.key(), market.lies(directory.resolve("lies")).toString());
    savepoint = runs.stopAt(history + 400, 1, lies, savepoint);
    Map<String, String> without = new TreeMap<>(options);
    without.remove(HistoryOptions.DATA.key());
    CutMarketRuns.await(runs.start(2, without, savepoint));

    assertThat(texts(runs.written(options)))
        .as("seed %d", SEED)
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  /** The fault comes in the phase of the checkpoint, or in the next one. */
  @ParameterizedTest
  @CsvSource({"-500, -100, 1", "-500, 300, 2", "0, 300, 2", "200, 400, 2"})
  void aFailureInAnyPhaseChangesNothing(long checkpoint, long fault, int parallelism)
      throws Exception {
    Map<String, String> options = runs.options("failing" + checkpoint + "-" + fault, MANY);
    long history = market.rowsBeforeCut(runs.parameters());
    StreamExecutionEnvironment env =
        CutMarketRuns.environment(
            parallelism,
            Map.of(
                "execution.checkpointing.interval", "50ms",
                "restart-strategy.type", "fixed-delay",
                "restart-strategy.fixed-delay.attempts", "1",
                "restart-strategy.fixed-delay.delay", "0s"));
    runs.define(
        env, FailingOnce.of(runs.source(options), history + checkpoint, history + fault), options);

    CutMarketRuns.await(env.executeAsync());

    assertThat(FailingOnce.readers()).as("attempts").isEqualTo(2L * parallelism);
    assertThat(Set.copyOf(texts(runs.written(options))))
        .as("seed %d", SEED)
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  /** A run that ends comes to its end after a restore too, without any history. */
  @Test
  void aMonitorGoesOnFromASavepointToItsEnd() throws Exception {
    Map<String, String> options = runs.options("plain", MANY);
    options.remove(HistoryOptions.DATA.key());
    options.remove(HistoryOptions.UNTIL.key());
    HeldSource.forget();

    String savepoint = runs.stopAt(500, 2, options, "");
    CutMarketRuns.await(runs.start(1, options, savepoint));

    assertThat(HeldSource.steps()).isGreaterThanOrEqualTo(500);
  }
}
