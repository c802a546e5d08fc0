package io.plimsoll.jobs.files;

import io.plimsoll.jobs.market.Intake;
import io.plimsoll.jobs.market.Refusal;
import io.plimsoll.risk.parameters.RiskParameters;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.groups.SourceReaderMetricGroup;

/** Emits the merged files with their instants, and the watermarks that the files allow. */
final class DirectoryReader implements SourceReader<Intake, DirectorySplit> {

  /** Watermarks cost the whole job a round through every operator; rows wait for them. */
  private static final int ROWS_PER_WATERMARK = 256;

  private final DataDirectory directory;
  private final RiskParameters parameters;
  private final ReadOptions options;
  private final Counter rows;
  private final Counter refused;

  private final CompletableFuture<Void> assigned = new CompletableFuture<>();
  private Optional<MergedFiles> files = Optional.empty();
  private long watermark = Long.MIN_VALUE;
  private int rowsSinceWatermark;

  DirectoryReader(
      DataDirectory directory,
      RiskParameters parameters,
      ReadOptions options,
      SourceReaderMetricGroup metrics) {
    this.directory = directory;
    this.parameters = parameters;
    this.options = options;
    this.rows = metrics.getIOMetricGroup().getNumRecordsInCounter();
    this.refused = metrics.getNumRecordsInErrorsCounter();
    metrics.gauge("eventTime", () -> watermark);
  }

  @Override
  public void start() {}

  @Override
  public void addSplits(List<DirectorySplit> splits) {
    for (DirectorySplit split : splits) {
      files = Optional.of(new MergedFiles(directory, parameters, options, split.positions()));
    }
  }

  @Override
  public void notifyNoMoreSplits() {
    assigned.complete(null);
  }

  @Override
  public InputStatus pollNext(ReaderOutput<Intake> output) {
    if (files.isEmpty()) {
      return assigned.isDone() ? InputStatus.END_OF_INPUT : InputStatus.NOTHING_AVAILABLE;
    }
    MergedFiles merged = files.orElseThrow();
    if (merged.isReady()) {
      emit(merged.take(), output);
      if (++rowsSinceWatermark >= ROWS_PER_WATERMARK) {
        advance(merged.watermark(), output);
      }
      return InputStatus.MORE_AVAILABLE;
    }
    if (merged.isEnded()) {
      advance(merged.lastInstant(), output);
      return InputStatus.END_OF_INPUT;
    }
    advance(merged.watermark(), output);
    return InputStatus.NOTHING_AVAILABLE;
  }

  private void emit(Intake intake, ReaderOutput<Intake> output) {
    rows.inc();
    long timestamp = intake.instant();
    if (intake instanceof Refusal) {
      refused.inc();
      // Its instant is its file's clock, which the watermark may have passed.
      timestamp = Math.max(timestamp, watermark + 1);
    }
    output.collect(intake, timestamp);
  }

  private void advance(long to, ReaderOutput<Intake> output) {
    rowsSinceWatermark = 0;
    if (to > watermark) {
      watermark = to;
      output.emitWatermark(new Watermark(to));
    }
  }

  @Override
  public List<DirectorySplit> snapshotState(long checkpoint) {
    return files.map(merged -> new DirectorySplit(merged.positions())).stream().toList();
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return files.map(MergedFiles::available).orElse(assigned);
  }

  @Override
  public void close() throws IOException {
    if (files.isPresent()) {
      files.orElseThrow().close();
    }
  }
}
