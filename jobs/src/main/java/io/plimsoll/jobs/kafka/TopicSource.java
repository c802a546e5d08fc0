package io.plimsoll.jobs.kafka;

import io.plimsoll.jobs.intake.RowKind;
import io.plimsoll.jobs.market.Intake;
import io.plimsoll.risk.parameters.RiskParameters;
import java.io.IOException;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumState;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * All input topics as one source of judged events, with a watermark of its own for each partition
 * after each event.
 *
 * <p>Kafka's source does the reading; around its reader stands {@link TopicReader}. A source and
 * not a deserializer with a watermark strategy, because what is late is for the partition's clock
 * to say, the clock must survive with the partition's offset, and a refused record must not move
 * it.
 */
public final class TopicSource
    implements Source<Intake, KafkaPartitionSplit, KafkaSourceEnumState> {

  /** Metric: records of times before {@link ReadOptions#from}. */
  public static final String PASSED_OVER = "passedOver";

  private static final long serialVersionUID = 1L;

  private final KafkaSource<ConsumerRecord<byte[], byte[]>> kafka;
  private final InputTopics topics;
  private final RiskParameters parameters;
  private final ReadOptions options;

  private TopicSource(
      KafkaSource<ConsumerRecord<byte[], byte[]>> kafka,
      InputTopics topics,
      RiskParameters parameters,
      ReadOptions options) {
    this.kafka = kafka;
    this.topics = topics;
    this.parameters = parameters;
    this.options = options;
  }

  /** A source of the topics, from and to where the connection says. */
  public static TopicSource of(
      InputTopics topics, ReadRange range, RiskParameters parameters, ReadOptions options) {
    return new TopicSource(
        range.source(topics.names(), new RawRecords()), topics, parameters, options);
  }

  @Override
  public Boundedness getBoundedness() {
    return kafka.getBoundedness();
  }

  @Override
  public SourceReader<Intake, KafkaPartitionSplit> createReader(SourceReaderContext context)
      throws Exception {
    return new TopicReader(
        kafka.createReader(context),
        this::intake,
        context.metricGroup().getNumRecordsInErrorsCounter(),
        context.metricGroup().counter(PASSED_OVER));
  }

  private PartitionIntake intake(KafkaPartitionSplit split) {
    RowKind kind = topics.kinds().get(split.getTopic());
    return new PartitionIntake(
        split.splitId(), kind, parameters, options, ClockedSplit.clockOf(split));
  }

  @Override
  public SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> createEnumerator(
      SplitEnumeratorContext<KafkaPartitionSplit> context) {
    return kafka.createEnumerator(context);
  }

  @Override
  public SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> restoreEnumerator(
      SplitEnumeratorContext<KafkaPartitionSplit> context, KafkaSourceEnumState state)
      throws IOException {
    SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> restored =
        kafka.restoreEnumerator(context, state);
    return getBoundedness() == Boundedness.BOUNDED && state.initialDiscoveryFinished()
        ? new RestoredEnd(restored, context)
        : restored;
  }

  @Override
  public SimpleVersionedSerializer<KafkaPartitionSplit> getSplitSerializer() {
    return new ClockedSplitSerializer();
  }

  @Override
  public SimpleVersionedSerializer<KafkaSourceEnumState> getEnumeratorCheckpointSerializer() {
    return new UnreadHistory.Refusing<>(kafka.getEnumeratorCheckpointSerializer());
  }
}
