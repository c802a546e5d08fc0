package io.plimsoll.jobs.kafka;

import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;

/**
 * A partition with the clock of its records: a restart must judge what is late as it would have
 * been judged without it. A Kafka split, so that Kafka's own enumerator carries it unseen.
 */
final class ClockedSplit extends KafkaPartitionSplit {

  private final PartitionClock clock;

  ClockedSplit(KafkaPartitionSplit split, PartitionClock clock) {
    super(
        split.getTopicPartition(),
        split.getStartingOffset(),
        split.getStoppingOffset().orElse(NO_STOPPING_OFFSET));
    this.clock = clock;
  }

  /** The clock of a split; that of the start for one that was never read. */
  static PartitionClock clockOf(KafkaPartitionSplit split) {
    return split instanceof ClockedSplit clocked ? clocked.clock : PartitionClock.START;
  }

  /** The clock is carried, it is no part of which split it is. */
  @Override
  public boolean equals(Object other) {
    return super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }
}
