package io.plimsoll.jobs.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;

/**
 * Holds rows until the watermark has passed their instant, then writes them in order.
 *
 * <p>A row that comes after its instant was written would be out of order wherever it went: it goes
 * with the next watermark, because to lose it would be worse.
 */
final class LedgerWriter<T> implements StatefulSinkWriter<T, LedgerState<T>> {

  /** Often enough for an eye, too seldom to cost anything. */
  private static final long SHOW_EVERY_MS = 200;

  private static final int FIRST_CAPACITY = 1024;

  private final Layout<T> layout;
  private final long from;
  private final ProcessingTimeService clock;
  private final PriorityQueue<T> waiting;
  private final GrowingFile file;
  private final JsonLines<T> lines;
  private long lastShown;

  LedgerWriter(
      Path path, Layout<T> layout, long from, LedgerState<T> state, ProcessingTimeService clock)
      throws IOException {
    this.layout = layout;
    this.from = from;
    this.clock = clock;
    waiting = new PriorityQueue<>(FIRST_CAPACITY, layout::compare);
    waiting.addAll(state.waiting());
    file = GrowingFile.open(path, state.length());
    lines = new JsonLines<>(file, layout.json());
    lastShown = clock.getCurrentProcessingTime();
  }

  @Override
  public void write(T row, Context context) {
    if (layout.instant().of(row) >= from) {
      waiting.add(row);
    }
  }

  @Override
  public void writeWatermark(Watermark watermark) throws IOException {
    writeUpTo(watermark.getTimestamp());
    long now = clock.getCurrentProcessingTime();
    if (now - lastShown >= SHOW_EVERY_MS) {
      lastShown = now;
      lines.flush();
    }
  }

  /** Rows wait for their watermark, not for a checkpoint; only the end of input lets all go. */
  @Override
  public void flush(boolean endOfInput) throws IOException {
    if (endOfInput) {
      writeUpTo(Long.MAX_VALUE);
      lines.flush();
      file.persist();
    }
  }

  @Override
  public List<LedgerState<T>> snapshotState(long checkpointId) throws IOException {
    lines.flush();
    return List.of(new LedgerState<>(file.persist(), List.copyOf(waiting)));
  }

  /** The last checkpoint comes after the end of input, so the file is open until here. */
  @Override
  public void close() throws IOException {
    file.close();
  }

  private void writeUpTo(long watermark) throws IOException {
    for (T next = waiting.peek();
        next != null && layout.instant().of(next) <= watermark;
        next = waiting.peek()) {
      lines.append(waiting.remove());
    }
  }
}
