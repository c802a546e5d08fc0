package io.plimsoll.jobs.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.connector.sink2.CommittableMessage;
import org.apache.flink.streaming.runtime.operators.sink.SinkWriterOperatorFactory;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// Flink's harness closes with throws Exception, of which -Xlint fears an interrupt.
@SuppressWarnings("try")
class LedgerSinkTest {

  private static final String NAME = "readings.jsonl";

  @TempDir Path temporary;
  private OutputDirectory output;
  private Path file;

  @BeforeEach
  void prepare() {
    output = OutputDirectory.prepare(temporary.resolve("out"));
    file = output.inProgress(NAME);
  }

  @Nested
  @DisplayName("order")
  class Order {

    @Test
    void isTheSameWhateverTheOrderOfArrival() throws Exception {
      for (long seed = 1; seed <= 40; seed++) {
        Random random = new Random(seed);
        List<Reading> rows = randomRows(random);
        try (var sink = open(sink())) {
          long watermark = -1;
          for (Reading row : anyOrderWithin(rows, 5, random)) {
            sink.processElement(row, row.instant());
            if (random.nextInt(4) == 0 && row.instant() - 6 > watermark) {
              watermark = row.instant() - 6;
              sink.processWatermark(watermark);
            }
          }
          sink.endInput();
        }
        assertThat(file).as("seed %d", seed).hasContent(sorted(rows));
      }
    }

    @Test
    void isByInstantThenByTheOrderOfRows() throws Exception {
      try (var sink = open(sink())) {
        for (Reading row : List.of(reading(2, "b"), reading(2, "a"), reading(1, "z"))) {
          sink.processElement(row, row.instant());
        }
        sink.endInput();
      }
      assertThat(file)
          .hasContent(reading(1, "z").line() + reading(2, "a").line() + reading(2, "b").line());
    }

    @Test
    void losesNoRowThatComesTooLate() throws Exception {
      try (var sink = open(sink())) {
        sink.processElement(reading(5, "a"), 5);
        sink.processWatermark(5);
        sink.processElement(reading(4, "late"), 4);
        sink.processElement(reading(6, "b"), 6);
        sink.endInput();
      }
      assertThat(file)
          .hasContent(reading(5, "a").line() + reading(4, "late").line() + reading(6, "b").line());
    }
  }

  @Nested
  @DisplayName("the growing file")
  class TheGrowingFile {

    @Test
    void showsWholeInstantsOnlyOnceTheWatermarkHasPassedThem() throws Exception {
      try (var sink = open(sink())) {
        sink.processElement(reading(10, "a"), 10);
        sink.processElement(reading(20, "b"), 20);
        sink.setProcessingTime(1_000);
        sink.processWatermark(19);
        assertThat(file).hasContent(reading(10, "a").line());
      }
    }

    @Test
    void isShownToTheSystemNowAndThenNotAtEveryWatermark() throws Exception {
      try (var sink = open(sink())) {
        sink.processElement(reading(10, "a"), 10);
        sink.setProcessingTime(199);
        sink.processWatermark(10);
        assertThat(file).isEmptyFile();

        sink.setProcessingTime(200);
        sink.processWatermark(11);
        assertThat(file).hasContent(reading(10, "a").line());
      }
    }

    @Test
    void leavesOutRowsBeforeFrom() throws Exception {
      try (var sink = open(sink().from(10))) {
        sink.processElement(reading(9, "a"), 9);
        sink.processElement(reading(10, "b"), 10);
        sink.endInput();
      }
      assertThat(file).hasContent(reading(10, "b").line());
    }

    @Test
    void existsEvenWithoutRows() throws Exception {
      try (var sink = open(sink())) {
        sink.endInput();
      }
      assertThat(file).isEmptyFile();
    }

    @Test
    void keepsItsTemporaryNameAfterTheEndOfInput() throws Exception {
      try (var sink = open(sink())) {
        sink.processElement(reading(1, "a"), 1);
        sink.endInput();
      }
      assertThat(output.published(NAME)).doesNotExist();
      assertThat(file).exists();
    }

    @Test
    void hasOneWriter() throws Exception {
      try (var sink =
          new OneInputStreamOperatorTestHarness<Reading, CommittableMessage<Void>>(
              new SinkWriterOperatorFactory<>(sink()), 2, 2, 0)) {
        assertThatThrownBy(sink::open).hasMessageContaining("set its parallelism to 1");
      }
    }
  }

  @Nested
  @DisplayName("after a restore")
  class AfterARestore {

    @Test
    void theBytesAreThoseOfARunThatNeverFailed() throws Exception {
      for (long seed = 1; seed <= 40; seed++) {
        Random random = new Random(seed);
        List<Reading> rows = anyOrderWithin(randomRows(random), 5, random);
        int checkpoint = random.nextInt(rows.size());
        int failure = checkpoint + random.nextInt(rows.size() - checkpoint);
        OperatorSubtaskState state;
        try (var sink = open(sink())) {
          feed(sink, rows, 0, checkpoint);
          state = sink.snapshot(1, 1);
          feed(sink, rows, checkpoint, failure);
          // What is behind the checkpoint is on the disk by now, and must go.
          sink.setProcessingTime(1_000);
          sink.processWatermark(failure == 0 ? 0 : lowest(rows, failure));
        }
        try (var sink = harness(sink())) {
          sink.initializeState(state);
          sink.open();
          feed(sink, rows, checkpoint, rows.size());
          sink.endInput();
        }
        assertThat(file).as("seed %d", seed).hasContent(sorted(rows));
      }
    }

    @Test
    void aRunWithoutACheckpointBeginsTheFileAnew() throws Exception {
      try (var sink = open(sink())) {
        sink.processElement(reading(1, "a"), 1);
        sink.endInput();
      }
      try (var sink = open(sink())) {
        sink.processElement(reading(2, "b"), 2);
        sink.endInput();
      }
      assertThat(file).hasContent(reading(2, "b").line());
    }

    @Test
    void theEndOfInputIsNotWrittenTwice() throws Exception {
      OperatorSubtaskState state;
      try (var sink = open(sink())) {
        sink.processElement(reading(1, "a"), 1);
        sink.endInput();
        state = sink.snapshot(1, 1);
      }
      try (var sink = harness(sink())) {
        sink.initializeState(state);
        sink.open();
        sink.endInput();
      }
      assertThat(file).hasContent(reading(1, "a").line());
    }

    @Test
    void aFileThatLostWhatTheCheckpointKnowsIsRefused() throws Exception {
      OperatorSubtaskState state;
      try (var sink = open(sink())) {
        sink.processElement(reading(1, "a"), 1);
        sink.processWatermark(1);
        state = sink.snapshot(1, 1);
      }
      Files.writeString(file, "");
      try (var sink = harness(sink())) {
        assertThatThrownBy(() -> sink.initializeState(state))
            .hasMessageContaining("holds 0 bytes, the checkpoint knows of 37");
      }
    }

    private void feed(
        OneInputStreamOperatorTestHarness<Reading, ?> sink, List<Reading> rows, int from, int to)
        throws Exception {
      for (int i = from; i < to; i++) {
        sink.processElement(rows.get(i), rows.get(i).instant());
        sink.processWatermark(lowest(rows, i + 1));
      }
    }

    /** The highest watermark that no row from here on comes behind. */
    private long lowest(List<Reading> rows, int from) {
      return rows.subList(from, rows.size()).stream()
          .mapToLong(row -> row.instant() - 1)
          .min()
          .orElse(Long.MAX_VALUE - 1);
    }
  }

  private LedgerSink<Reading> sink() {
    return LedgerSink.of(output, NAME, Reading.LAYOUT, Reading.serializer());
  }

  private static OneInputStreamOperatorTestHarness<Reading, CommittableMessage<Void>> open(
      LedgerSink<Reading> sink) throws Exception {
    var harness = harness(sink);
    harness.open();
    return harness;
  }

  private static OneInputStreamOperatorTestHarness<Reading, CommittableMessage<Void>> harness(
      LedgerSink<Reading> sink) throws Exception {
    return new OneInputStreamOperatorTestHarness<>(
        new SinkWriterOperatorFactory<>(sink), Reading.serializer());
  }

  private static Reading reading(long instant, String name) {
    return new Reading(instant, name, 1.5);
  }

  private static List<Reading> randomRows(Random random) {
    List<Reading> rows = new ArrayList<>();
    for (int instant = 0; instant < 60; instant++) {
      for (int i = random.nextInt(4); i > 0; i--) {
        rows.add(new Reading(instant, "r" + i, random.nextDouble()));
      }
    }
    return rows;
  }

  /** Any order in which no row comes after one that is more than {@code spread} younger. */
  private static List<Reading> anyOrderWithin(List<Reading> rows, int spread, Random random) {
    List<Reading> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, random);
    List<Long> due =
        shuffled.stream().map(row -> row.instant() + random.nextInt(spread + 1)).toList();
    List<Integer> order = new ArrayList<>(IntStream.range(0, rows.size()).boxed().toList());
    order.sort(Comparator.comparing(due::get));
    return order.stream().map(shuffled::get).toList();
  }

  private static String sorted(List<Reading> rows) {
    return rows.stream()
        .sorted(Comparator.comparingLong(Reading::instant).thenComparing(Reading::name))
        .map(Reading::line)
        .collect(Collectors.joining());
  }
}
