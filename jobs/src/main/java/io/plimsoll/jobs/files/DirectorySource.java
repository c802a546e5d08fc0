package io.plimsoll.jobs.files;

import io.plimsoll.jobs.market.Intake;
import io.plimsoll.risk.parameters.RiskParameters;
import java.util.Optional;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * A directory of history as a bounded source. It is one split, read by one reader whatever the
 * parallelism, because only who reads all files knows what can still come.
 *
 * <p>It sets timestamps and watermarks itself: use it with {@code
 * WatermarkStrategy.noWatermarks()}.
 *
 * <pre>{@code
 * DataDirectory directory = DataDirectory.open(path); // throws InputException
 * env.fromSource(
 *     new DirectorySource(directory, parameters, new ReadOptions(latenessMs, to)),
 *     WatermarkStrategy.noWatermarks(), "files", IntakeSerializer.typeOf(Intake.class)).setParallelism(1);
 * }</pre>
 */
public final class DirectorySource
    implements Source<Intake, DirectorySplit, Optional<DirectorySplit>> {

  private static final long serialVersionUID = 1L;

  private final DataDirectory directory;
  private final RiskParameters parameters;
  private final ReadOptions options;

  public DirectorySource(DataDirectory directory, RiskParameters parameters, ReadOptions options) {
    this.directory = directory;
    this.parameters = parameters;
    this.options = options;
  }

  @Override
  public Boundedness getBoundedness() {
    return Boundedness.BOUNDED;
  }

  @Override
  public SourceReader<Intake, DirectorySplit> createReader(SourceReaderContext context) {
    return new DirectoryReader(directory, parameters, options, context.metricGroup());
  }

  @Override
  public SplitEnumerator<DirectorySplit, Optional<DirectorySplit>> createEnumerator(
      SplitEnumeratorContext<DirectorySplit> context) {
    return new DirectoryEnumerator(context, Optional.of(DirectorySplit.START));
  }

  @Override
  public SplitEnumerator<DirectorySplit, Optional<DirectorySplit>> restoreEnumerator(
      SplitEnumeratorContext<DirectorySplit> context, Optional<DirectorySplit> unassigned) {
    return new DirectoryEnumerator(context, unassigned);
  }

  @Override
  public SimpleVersionedSerializer<DirectorySplit> getSplitSerializer() {
    return new DirectorySplitSerializer();
  }

  @Override
  public SimpleVersionedSerializer<Optional<DirectorySplit>> getEnumeratorCheckpointSerializer() {
    return new UnassignedSerializer();
  }
}
