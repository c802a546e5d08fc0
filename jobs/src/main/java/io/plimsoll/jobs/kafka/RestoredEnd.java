package io.plimsoll.jobs.kafka;

import java.io.IOException;
import java.util.List;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumState;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;

/**
 * Lets a run that ends come to its end after a restore. Kafka's enumerator tells readers that there
 * are no more partitions when it has found some; restored, it finds none that it did not know, and
 * tells nobody (FLINK-31006). All that it knew it gives to a reader when that registers.
 */
final class RestoredEnd implements SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> {

  private final SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> kafka;
  private final SplitEnumeratorContext<KafkaPartitionSplit> context;

  RestoredEnd(
      SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> kafka,
      SplitEnumeratorContext<KafkaPartitionSplit> context) {
    this.kafka = kafka;
    this.context = context;
  }

  @Override
  public void start() {
    kafka.start();
  }

  @Override
  public void addReader(int subtask) {
    kafka.addReader(subtask);
    context.signalNoMoreSplits(subtask);
  }

  @Override
  public void handleSplitRequest(int subtask, String host) {
    kafka.handleSplitRequest(subtask, host);
  }

  @Override
  public void addSplitsBack(List<KafkaPartitionSplit> splits, int subtask) {
    kafka.addSplitsBack(splits, subtask);
  }

  @Override
  public KafkaSourceEnumState snapshotState(long checkpoint) throws Exception {
    return kafka.snapshotState(checkpoint);
  }

  @Override
  public void notifyCheckpointComplete(long checkpoint) throws Exception {
    kafka.notifyCheckpointComplete(checkpoint);
  }

  @Override
  public void close() throws IOException {
    kafka.close();
  }
}
