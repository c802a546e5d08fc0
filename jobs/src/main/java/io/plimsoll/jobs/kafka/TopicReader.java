package io.plimsoll.jobs.kafka;

import io.plimsoll.jobs.market.Intake;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.metrics.Counter;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Kafka's own reader, with each partition's records judged and its clock kept with its offset. */
@SuppressWarnings("try") // close() is Flink's own and may throw anything
final class TopicReader implements SourceReader<Intake, KafkaPartitionSplit> {

  private final SourceReader<ConsumerRecord<byte[], byte[]>, KafkaPartitionSplit> reader;
  private final Function<KafkaPartitionSplit, PartitionIntake> intakeOf;
  private final Counter refused;
  private final Counter passedOver;
  private final Map<String, PartitionIntake> partitions = new HashMap<>();
  private Optional<JudgedOutput> output = Optional.empty();

  TopicReader(
      SourceReader<ConsumerRecord<byte[], byte[]>, KafkaPartitionSplit> reader,
      Function<KafkaPartitionSplit, PartitionIntake> intakeOf,
      Counter refused,
      Counter passedOver) {
    this.reader = reader;
    this.intakeOf = intakeOf;
    this.refused = refused;
    this.passedOver = passedOver;
  }

  @Override
  public void start() {
    reader.start();
  }

  @Override
  public InputStatus pollNext(ReaderOutput<Intake> out) throws Exception {
    if (output.isEmpty() || !output.orElseThrow().isBefore(out)) {
      output = Optional.of(new JudgedOutput(out, partitions::get, refused, passedOver));
    }
    return reader.pollNext(output.orElseThrow());
  }

  @Override
  public List<KafkaPartitionSplit> snapshotState(long checkpoint) {
    return reader.snapshotState(checkpoint).stream().map(this::clocked).toList();
  }

  private KafkaPartitionSplit clocked(KafkaPartitionSplit split) {
    return new ClockedSplit(split, partitions.get(split.splitId()).position());
  }

  @Override
  public void addSplits(List<KafkaPartitionSplit> splits) {
    splits.forEach(split -> partitions.put(split.splitId(), intakeOf.apply(split)));
    reader.addSplits(splits);
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return reader.isAvailable();
  }

  @Override
  public void notifyNoMoreSplits() {
    reader.notifyNoMoreSplits();
  }

  @Override
  public void handleSourceEvents(SourceEvent event) {
    reader.handleSourceEvents(event);
  }

  @Override
  public void notifyCheckpointComplete(long checkpoint) throws Exception {
    reader.notifyCheckpointComplete(checkpoint);
  }

  @Override
  public void notifyCheckpointAborted(long checkpoint) throws Exception {
    reader.notifyCheckpointAborted(checkpoint);
  }

  @Override
  public void pauseOrResumeSplits(Collection<String> pause, Collection<String> resume) {
    reader.pauseOrResumeSplits(pause, resume);
  }

  @Override
  public void close() throws Exception {
    reader.close();
  }
}
