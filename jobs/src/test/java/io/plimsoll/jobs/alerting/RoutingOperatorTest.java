package io.plimsoll.jobs.alerting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.jobs.alert.Crossing;
import io.plimsoll.jobs.parameters.ParameterFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("try") // closing may be interrupted
class RoutingOperatorTest {

  private static final long EVERY = 10_000;
  private static final Crossing CROSSING = Samples.crossings().get(1);

  @TempDir private Path directory;
  private AlertFiles files;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    files = new AlertFiles(directory);
    file = files.write("https://example.org", "desk", "night");
  }

  private OneInputStreamOperatorTestHarness<Crossing, Routed> harness() throws Exception {
    OneInputStreamOperatorTestHarness<Crossing, Routed> harness =
        new OneInputStreamOperatorTestHarness<>(
            new RoutingOperator(file.toString(), EVERY), CrossingSerializer.INSTANCE);
    harness.setup(RoutedSerializer.INSTANCE);
    return harness;
  }

  /** What was told since the last time, in words. */
  private static List<String> told(OneInputStreamOperatorTestHarness<Crossing, Routed> harness) {
    List<String> told =
        harness.extractOutputValues().stream()
            .map(
                routed ->
                    routed.name()
                        + (routed.route().isEmpty() ? " gone" : "")
                        + routed.crossing().map(crossing -> " " + crossing.level()).orElse(""))
            .sorted()
            .toList();
    harness.getOutput().clear();
    return told;
  }

  @Test
  void eachRouteIsToldAtTheStartAndEachCrossingToThoseThatTellOfIt() throws Exception {
    try (OneInputStreamOperatorTestHarness<Crossing, Routed> harness = harness()) {
      harness.open();
      harness.setProcessingTime(0);
      assertThat(told(harness)).containsExactly("desk", "night");
      harness.processElement(new StreamRecord<>(CROSSING));
      assertThat(told(harness)).containsExactly("desk MARGIN_CALL", "night MARGIN_CALL");
    }
  }

  @Test
  void aFileThatChangesCountsWhenItIsReadAgain() throws Exception {
    try (OneInputStreamOperatorTestHarness<Crossing, Routed> harness = harness()) {
      harness.open();
      harness.setProcessingTime(0);
      harness.getOutput().clear();
      harness.setProcessingTime(EVERY);
      assertThat(told(harness)).as("nothing has changed").isEmpty();

      files.write("https://example.org", "day", "desk");
      harness.setProcessingTime(2 * EVERY - 1);
      assertThat(told(harness)).isEmpty();
      harness.setProcessingTime(2 * EVERY);
      assertThat(told(harness)).containsExactly("day", "desk", "night gone");
      harness.processElement(new StreamRecord<>(CROSSING));
      assertThat(told(harness)).containsExactly("day MARGIN_CALL", "desk MARGIN_CALL");
    }
  }

  @Test
  void aFileThatIsWrongLeavesInForceWhatWasReadBefore() throws Exception {
    try (OneInputStreamOperatorTestHarness<Crossing, Routed> harness = harness()) {
      harness.open();
      harness.setProcessingTime(0);
      harness.getOutput().clear();
      Files.writeString(file, "routes: 7");
      harness.setProcessingTime(EVERY);
      harness.processElement(new StreamRecord<>(CROSSING));
      assertThat(told(harness)).containsExactly("desk MARGIN_CALL", "night MARGIN_CALL");

      files.write("https://example.org", "desk");
      harness.setProcessingTime(2 * EVERY);
      assertThat(told(harness)).containsExactly("desk", "night gone");
    }
  }

  @Test
  void aRouteThatWasTakenAwayWhileNothingRanIsGone() throws Exception {
    OperatorSubtaskState state;
    try (OneInputStreamOperatorTestHarness<Crossing, Routed> harness = harness()) {
      harness.open();
      harness.setProcessingTime(0);
      state = harness.snapshot(1, 1);
    }
    files.write("https://example.org", "night");
    try (OneInputStreamOperatorTestHarness<Crossing, Routed> harness = harness()) {
      harness.initializeState(state);
      harness.open();
      harness.setProcessingTime(0);
      assertThat(told(harness)).containsExactly("desk gone", "night");
    }
  }

  @Test
  void aFileThatIsWrongAtTheStartStopsIt() throws Exception {
    Files.delete(file);
    try (OneInputStreamOperatorTestHarness<Crossing, Routed> harness = harness()) {
      assertThatThrownBy(harness::open).isInstanceOf(ParameterFileException.class);
    }
  }
}
