package io.plimsoll.jobs.ledger;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SupportsWriterState;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * An ordered JSON-lines file of an {@link OutputDirectory}; parallelism 1, rows immutable.
 *
 * <p>The file stays in progress: to publish it is up to the driver, once the whole job has ended
 * well. The directory must be one that the task and the driver both see.
 */
public final class LedgerSink<T> implements Sink<T>, SupportsWriterState<T, LedgerState<T>> {

  @Serial private static final long serialVersionUID = 1L;

  private static final long ALL = Long.MIN_VALUE;

  private final String file;
  private final Layout<T> layout;
  private final TypeSerializer<T> rows;
  private final long from;

  private LedgerSink(String file, Layout<T> layout, TypeSerializer<T> rows, long from) {
    this.file = file;
    this.layout = layout;
    this.rows = rows;
    this.from = from;
  }

  /**
   * A file with all rows.
   *
   * @param directory where it will be published
   * @param name its name there
   * @param layout how rows lie in it
   * @param rows serializer of the rows that wait for a watermark when a checkpoint comes
   */
  public static <T> LedgerSink<T> of(
      OutputDirectory directory, String name, Layout<T> layout, TypeSerializer<T> rows) {
    return new LedgerSink<>(directory.inProgress(name).toString(), layout, rows, ALL);
  }

  /** The same file without the rows before this instant (epoch milliseconds). */
  public LedgerSink<T> from(long instant) {
    return new LedgerSink<>(file, layout, rows, instant);
  }

  @Override
  public LedgerWriter<T> createWriter(WriterInitContext context) throws IOException {
    return open(context, LedgerState.empty());
  }

  @Override
  public LedgerWriter<T> restoreWriter(
      WriterInitContext context, Collection<LedgerState<T>> restored) throws IOException {
    List<LedgerState<T>> states = List.copyOf(restored);
    return open(context, states.isEmpty() ? LedgerState.empty() : states.get(0));
  }

  @Override
  public SimpleVersionedSerializer<LedgerState<T>> getWriterStateSerializer() {
    return new LedgerStateSerializer<>(rows.duplicate());
  }

  private LedgerWriter<T> open(WriterInitContext context, LedgerState<T> state) throws IOException {
    if (context.getTaskInfo().getNumberOfParallelSubtasks() != 1) {
      throw new IllegalStateException("an ordered file has one writer: set its parallelism to 1");
    }
    return new LedgerWriter<>(
        Path.of(file), layout, from, state, context.getProcessingTimeService());
  }
}
