package io.plimsoll.jobs.kafka;

import io.plimsoll.jobs.market.Heartbeat;
import io.plimsoll.jobs.market.Intake;
import io.plimsoll.jobs.market.Refusal;
import java.util.function.Function;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.metrics.Counter;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Where Kafka's reader puts its records: each is judged by its partition, then handed on. */
final class JudgedOutput implements ReaderOutput<ConsumerRecord<byte[], byte[]>> {

  private final ReaderOutput<Intake> out;
  private final Function<String, PartitionIntake> partitions;
  private final Counter refused;

  JudgedOutput(
      ReaderOutput<Intake> out, Function<String, PartitionIntake> partitions, Counter refused) {
    this.out = out;
    this.partitions = partitions;
    this.refused = refused;
  }

  /** Whether this stands before an output. */
  boolean isBefore(ReaderOutput<Intake> other) {
    return out == other;
  }

  @Override
  public SourceOutput<ConsumerRecord<byte[], byte[]>> createOutputForSplit(String split) {
    return new PartitionOutput(out.createOutputForSplit(split), partitions.apply(split));
  }

  @Override
  public void releaseOutputForSplit(String split) {
    out.releaseOutputForSplit(split);
  }

  @Override
  public void collect(ConsumerRecord<byte[], byte[]> record) {
    throw new IllegalStateException("a record belongs to a partition");
  }

  @Override
  public void collect(ConsumerRecord<byte[], byte[]> record, long timestamp) {
    collect(record);
  }

  @Override
  public void emitWatermark(Watermark watermark) {
    out.emitWatermark(watermark);
  }

  @Override
  public void markIdle() {
    out.markIdle();
  }

  @Override
  public void markActive() {
    out.markActive();
  }

  /** One partition's. */
  private final class PartitionOutput implements SourceOutput<ConsumerRecord<byte[], byte[]>> {

    private final SourceOutput<Intake> own;
    private final PartitionIntake partition;
    private long watermark = PartitionIntake.NO_WATERMARK;

    PartitionOutput(SourceOutput<Intake> own, PartitionIntake partition) {
      this.own = own;
      this.partition = partition;
    }

    @Override
    public void collect(ConsumerRecord<byte[], byte[]> record) {
      Intake intake = partition.take(record);
      if (intake instanceof Refusal) {
        refused.inc();
        // Not as its partition's: poison must not keep a partition awake that tells no time.
        out.collect(intake, intake.instant());
        return;
      }
      // A heartbeat too: Flink's timer of idleness looks at records, not at watermarks.
      own.collect(intake, intake.instant());
      long now = partition.watermark();
      if (now > watermark || intake instanceof Heartbeat) {
        // With the event, not by a timer: nothing a trigger waits for may wait for a clock. After
        // a heartbeat even if it is not news: of an idle partition it says that it is awake.
        watermark = now;
        own.emitWatermark(new Watermark(now));
      }
    }

    @Override
    public void collect(ConsumerRecord<byte[], byte[]> record, long timestamp) {
      collect(record);
    }

    @Override
    public void emitWatermark(Watermark mark) {
      own.emitWatermark(mark);
    }

    @Override
    public void markIdle() {
      own.markIdle();
    }

    @Override
    public void markActive() {
      own.markActive();
    }
  }
}
