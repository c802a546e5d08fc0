package io.plimsoll.jobs.files;

import io.plimsoll.jobs.intake.Rows;
import io.plimsoll.jobs.market.Intake;
import io.plimsoll.jobs.market.MarketEvent;
import io.plimsoll.jobs.market.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;

/** Plays a directory through its reader and keeps what came out, in order. */
final class Playback {

  /** An emission: a record with its timestamp, or a watermark. */
  sealed interface Emission permits Emitted, Passed {}

  record Emitted(Intake intake, long timestamp) implements Emission {}

  record Passed(long watermark) implements Emission {}

  private final DataDirectory directory;
  private final ReadOptions options;
  private final List<Emission> emissions = new ArrayList<>();
  private int collected;

  Playback(DataDirectory directory, ReadOptions options) {
    this.directory = directory;
    this.options = options;
  }

  DirectoryReader reader() {
    return new DirectoryReader(
        directory,
        Rows.PARAMETERS,
        options,
        UnregisteredMetricsGroup.createSourceReaderMetricGroup());
  }

  /** From the start to the end. */
  Playback run() throws Exception {
    return resume(List.of(DirectorySplit.START), Integer.MAX_VALUE, new ArrayList<>());
  }

  /** From a split until so many records are out or the end; then adds a snapshot. */
  Playback resume(List<DirectorySplit> from, int records, List<DirectorySplit> snapshot)
      throws Exception {
    try (DirectoryReader reader = reader()) {
      reader.start();
      reader.addSplits(from);
      reader.notifyNoMoreSplits();
      InputStatus status = InputStatus.MORE_AVAILABLE;
      int already = collected;
      while (status != InputStatus.END_OF_INPUT && collected - already < records) {
        status = reader.pollNext(new Recorder());
        if (status == InputStatus.NOTHING_AVAILABLE) {
          reader.isAvailable().get(1, TimeUnit.MINUTES);
        }
      }
      snapshot.addAll(reader.snapshotState(1));
    }
    return this;
  }

  List<Emission> emissions() {
    return emissions;
  }

  List<Intake> intakes() {
    return emissions.stream()
        .filter(Emitted.class::isInstance)
        .map(e -> ((Emitted) e).intake())
        .toList();
  }

  List<Refusal> refusals() {
    return intakes().stream().filter(Refusal.class::isInstance).map(Refusal.class::cast).toList();
  }

  /** Place and line of all records, refusals with their reason, in the order of emission. */
  List<String> lines() {
    return intakes().stream()
        .map(
            intake ->
                intake instanceof Refusal refusal
                    ? refusal.origin().place()
                        + ":"
                        + refusal.origin().line()
                        + " "
                        + refusal.reason()
                    : place(intake))
        .toList();
  }

  private static String place(Intake intake) {
    MarketEvent event = (MarketEvent) intake;
    return event.origin().place() + ":" + event.origin().line() + " @" + event.instant();
  }

  long lastWatermark() {
    return emissions.stream()
        .filter(Passed.class::isInstance)
        .mapToLong(e -> ((Passed) e).watermark())
        .reduce(Long.MIN_VALUE, (first, last) -> last);
  }

  private final class Recorder implements ReaderOutput<Intake> {

    @Override
    public void collect(Intake intake) {
      throw new AssertionError("a record without timestamp");
    }

    @Override
    public void collect(Intake intake, long timestamp) {
      collected++;
      emissions.add(new Emitted(intake, timestamp));
    }

    @Override
    public void emitWatermark(Watermark watermark) {
      emissions.add(new Passed(watermark.getTimestamp()));
    }

    @Override
    public void markIdle() {
      throw new AssertionError("never idle");
    }

    @Override
    public void markActive() {}

    @Override
    public SourceOutput<Intake> createOutputForSplit(String splitId) {
      throw new AssertionError("one output for all");
    }

    @Override
    public void releaseOutputForSplit(String splitId) {}
  }
}
