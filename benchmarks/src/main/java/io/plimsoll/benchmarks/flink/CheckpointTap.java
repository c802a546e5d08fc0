package io.plimsoll.benchmarks.flink;

import io.plimsoll.benchmarks.engine.Checkpoints;
import io.plimsoll.benchmarks.engine.Outcome;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.traces.Span;
import org.apache.flink.traces.reporter.TraceReporter;
import org.apache.flink.traces.reporter.TraceReporterFactory;

/** A trace reporter that keeps every checkpoint's span, in this JVM. */
public final class CheckpointTap implements TraceReporter {

  private static final String CHECKPOINT = "Checkpoint";
  private static final String STATUS = "checkpointStatus";
  private static final String COMPLETED = "COMPLETED";
  private static final String TYPE = "checkpointType";
  private static final double MILLIS = 1_000.0;

  private static final List<Span> SPANS = new CopyOnWriteArrayList<>();

  /** Figures of all checkpoints so far, savepoints apart. */
  static Checkpoints figures() {
    List<Span> checkpoints =
        SPANS.stream()
            .filter(span -> !String.valueOf(span.getAttributes().get(TYPE)).contains("avepoint"))
            .toList();
    double[] seconds =
        checkpoints.stream()
            .filter(CheckpointTap::isCompleted)
            .mapToDouble(span -> (span.getEndTsMillis() - span.getStartTsMillis()) / MILLIS)
            .sorted()
            .toArray();
    return new Checkpoints(
        seconds.length,
        checkpoints.size() - seconds.length,
        seconds.length == 0 ? Outcome.NONE : seconds[seconds.length / 2]);
  }

  private static boolean isCompleted(Span span) {
    return COMPLETED.equals(span.getAttributes().get(STATUS));
  }

  @Override
  public void open(MetricConfig config) {}

  @Override
  public void notifyOfAddedSpan(Span span) {
    if (span.getName().equals(CHECKPOINT)) {
      SPANS.add(span);
    }
  }

  @Override
  public void close() {}

  /** Named in Flink's configuration, found by its service file. */
  public static final class Factory implements TraceReporterFactory {
    @Override
    public TraceReporter createTraceReporter(Properties properties) {
      return new CheckpointTap();
    }
  }
}
